package dev.troupe.viewer.dashboard;

import dev.troupe.viewer.index.FlowIndex.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the system as a whole is doing.
 *
 * @param objectives what it should be like, and whether it is
 * @param minutes the last hour, minute by minute; minutes without orders are left out
 * @param outcomes how many orders ended how, or are still open
 * @param latency of the orders whose outcome became final in the last hour
 * @param deadLetters how many events each service could not handle and holds
 * @param refused how many requests the processes that are remembered have refused since they were started
 * @param quarantined how many rows of files wait for a decision
 * @param indexPosition how far the viewer has read the log
 * @param head the newest position that any service knows of
 * @param ingestMillis within how many milliseconds of being recorded 95 of 100 events were shown in the last minute; absent if there were none
 * @param samples how the last hour went; since the viewer was started, if that is less
 */
public record Dashboard(
        Instant now,
        Counts flows,
        List<Objective> objectives,
        List<Minute> minutes,
        Map<String, Long> outcomes,
        Latency latency,
        List<ProcessorState> processors,
        Map<String, Long> deadLetters,
        List<Rejected> refused,
        List<Rejected> quarantined,
        long indexPosition,
        long head,
        @Nullable Long ingestMillis,
        List<Sample> samples) {

    /**
     * What should hold.
     *
     * @param value how it is; absent if nothing is known yet
     * @param limit how much it may be at most
     * @param unit ms, events, flows, letters, requests or rows
     * @param met whether it holds, as far as is known
     */
    public record Objective(String name, @Nullable Long value, long limit, String unit, boolean met) {

        static Objective atMost(long limit, String unit, String name, @Nullable Long value) {
            return new Objective(name, value, limit, unit, value == null || value <= limit);
        }
    }

    /**
     * What happened in a minute.
     *
     * @param p50 of the orders whose outcome became final in it, in milliseconds; absent if there were none
     */
    public record Minute(
            Instant minute,
            long placed,
            long completed,
            long cancelled,
            @Nullable Long p50,
            @Nullable Long p95,
            @Nullable Long p99) {}

    /** How long orders took until their outcome was final, mails apart. */
    public record Latency(
            long flows,
            @Nullable Long p50,
            @Nullable Long p95,
            @Nullable Long p99) {}

    /**
     * A processor of a service.
     *
     * @param state running, retrying, stopped, or down if no process of the service is alive
     * @param lag how many events its slowest segment is behind, or was when it was last heard of; absent if nobody ever said
     */
    public record ProcessorState(
            String service,
            String processor,
            String state,
            int segments,
            @Nullable Long lag,
            @Nullable String cause) {}

    /**
     * How it was at a moment.
     *
     * @param lag how many events each processor was behind
     * @param refused how many requests had been refused so far; less than before if a process was started anew
     */
    public record Sample(
            Instant at,
            Map<String, Long> lag,
            long stuck,
            long deadLetters,
            @Nullable Long ingestMillis,
            long refused) {}

    /** How much input a service did not take for a reason. */
    public record Rejected(String service, String reason, long number) {}
}
