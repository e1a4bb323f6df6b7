package dev.troupe.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a job or deadline: its data, and the flow it belongs to.
 *
 * @param flowId the flow
 * @param causationId the event that asked for it
 * @param traceparent the span that asked for it
 * @param requestedAt when that event was recorded
 * @param attempt how often it was tried before
 * @param waitingFor why it was not done the last time, for a person
 */
public record JobEnvelope(
        String flowId,
        String causationId,
        @Nullable String traceparent,
        Instant requestedAt,
        int attempt,
        @Nullable String waitingFor,
        JsonNode data) {

    JobEnvelope after(String reason) {
        return new JobEnvelope(flowId, causationId, traceparent, requestedAt, attempt + 1, reason, data);
    }
}
