package dev.troupe.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.spring.http.EarlierTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlierTraceTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final List<SpanData> ended = new ArrayList<>();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder().addSpanProcessor(new Ended()).build();

    @Test
    void aLaterRequestIsLinkedToTheTraceInWhichTheMatterBegan() {
        assertThat(linksOfASpanLinkedTo("00-" + TRACE_ID + "-b7ad6b7169203331-01"))
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(TRACE_ID);
    }

    @Test
    void whatNamesNoTraceIsLinkedToNothing() {
        assertThat(linksOfASpanLinkedTo(null)).isEmpty();
        assertThat(linksOfASpanLinkedTo("nonsense")).isEmpty();
    }

    private List<LinkData> linksOfASpanLinkedTo(@Nullable String traceparent) {
        ended.clear();
        Span span = tracing.get("test").spanBuilder("later").startSpan();
        try (Scope scope = span.makeCurrent()) {
            EarlierTrace.linkTo(traceparent);
        } finally {
            span.end();
        }
        return ended.getFirst().getLinks();
    }

    private final class Ended implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // only ended spans are looked at
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
