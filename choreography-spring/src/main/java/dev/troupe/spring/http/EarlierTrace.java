package dev.troupe.spring.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links a request to the trace in which the matter it is about began; each request is a trace of its own. */
public final class EarlierTrace {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private EarlierTrace() {}

    /**
     * Links the current span.
     *
     * @param traceparent W3C trace context of the earlier span; without one nothing is linked
     */
    public static void linkTo(@Nullable String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (parts.matches()) {
            Span.current()
                    .addLink(SpanContext.createFromRemoteParent(
                            parts.group(1),
                            parts.group(2),
                            TraceFlags.fromHex(parts.group(3), 0),
                            TraceState.getDefault()));
        }
    }
}
