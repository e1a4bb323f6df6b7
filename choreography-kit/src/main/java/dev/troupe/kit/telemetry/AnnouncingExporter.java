package dev.troupe.kit.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line that nobody takes the spans, and in another that somebody does again, however many are lost in between. */
final class AnnouncingExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncingExporter.class);
    /** It would print a stack trace for every batch, several times a minute for as long as nobody answers. Held, or it is forgotten. */
    private static final java.util.logging.Logger EXPORTERS =
            java.util.logging.Logger.getLogger("io.opentelemetry.exporter.otlp");

    private final SpanExporter exporter;
    private final String endpoint;
    private final AtomicBoolean failing = new AtomicBoolean();

    AnnouncingExporter(SpanExporter exporter, String endpoint) {
        EXPORTERS.setLevel(Level.OFF);
        this.exporter = exporter;
        this.endpoint = endpoint;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> announce(result));
    }

    private void announce(CompletableResultCode result) {
        if (!result.isSuccess()) {
            if (!failing.getAndSet(true)) {
                LOG.warn(
                        "Nobody takes spans at {} ({}); flows go on, but their spans are lost until somebody does",
                        endpoint,
                        reason(result.getFailureThrowable()));
            }
        } else if (failing.getAndSet(false)) {
            LOG.info("Spans are taken at {} again", endpoint);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null ? "no reason given" : failure.toString();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
