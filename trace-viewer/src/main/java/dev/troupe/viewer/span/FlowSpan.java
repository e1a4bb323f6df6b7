package dev.troupe.viewer.span;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span that a service sent: what it was busy with, and for how long.
 *
 * @param parentId the span it is part of, if any
 * @param flowId the flow it names itself, if it does
 * @param kind CLIENT for a call to the outside
 * @param failed whether it ended in an error
 */
public record FlowSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        String name,
        Kind kind,
        Instant began,
        long micros,
        boolean failed,
        @Nullable String flowId) {

    /** What a span was to the service, as OpenTelemetry numbers it. */
    public enum Kind {
        UNSPECIFIED,
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER;

        private static final List<Kind> ALL = List.of(values());

        static Kind of(int number) {
            return number > 0 && number < ALL.size() ? ALL.get(number) : UNSPECIFIED;
        }
    }
}
