package dev.troupe.viewer.dashboard;

import dev.troupe.viewer.index.FlowIndex.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the system as a whole is doing.
 *
 * @param minutes the last hour, minute by minute; minutes without orders are left out
 * @param outcomes how many orders ended how, or are still open
 * @param latency of the orders whose outcome became final in the last hour
 * @param indexPosition how far the viewer has read the log
 * @param head the newest position that any service knows of
 */
public record Dashboard(
        Instant now,
        Counts flows,
        List<Minute> minutes,
        Map<String, Long> outcomes,
        Latency latency,
        List<ProcessorState> processors,
        long deadLetters,
        long indexPosition,
        long head) {

    /** What happened in a minute. */
    public record Minute(Instant minute, long placed, long completed, long cancelled) {}

    /** How long orders took until their outcome was final, mails apart. */
    public record Latency(
            long flows,
            @Nullable Long p50,
            @Nullable Long p95,
            @Nullable Long p99) {}

    /**
     * A processor of a service.
     *
     * @param state running, retrying, or down if no process of the service is alive
     * @param lag how many events its slowest segment is behind
     */
    public record ProcessorState(
            String service,
            String processor,
            String state,
            int segments,
            long lag,
            @Nullable String cause) {}
}
