package dev.troupe.viewer.span;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span that a service sent: what it was busy with, and for how long.
 *
 * @param parentId the span it is part of, if any
 * @param flowId the flow it names itself, if it does
 * @param failed whether it ended in an error
 */
public record FlowSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        String name,
        Instant began,
        long micros,
        boolean failed,
        @Nullable String flowId) {}
