package dev.troupe.viewer.dashboard;

import dev.troupe.viewer.dashboard.Dashboard.Latency;
import dev.troupe.viewer.dashboard.Dashboard.Objective;
import dev.troupe.viewer.dashboard.Dashboard.Sample;
import java.time.Duration;
import java.util.List;

/**
 * What the system should be like.
 *
 * @param latencyP95 within which 95 of 100 orders should have a final outcome
 * @param latencyP99 within which 99 of 100 should
 * @param processorLag how many events any processor may be behind
 * @param ingestP95 within which 95 of 100 events should be shown after they were recorded
 * @param refusedPerHour how many requests may be refused in an hour
 */
public record Objectives(
        Duration latencyP95, Duration latencyP99, long processorLag, Duration ingestP95, long refusedPerHour) {

    List<Objective> judge(Latency latency, Sample now, long refusedLastHour, long quarantined) {
        return List.of(
                Objective.atMost(0, "flows", "Stuck flows", now.stuck()),
                Objective.atMost(0, "letters", "Dead letters", now.deadLetters()),
                Objective.atMost(latencyP95.toMillis(), "ms", "Order latency, p95", latency.p95()),
                Objective.atMost(latencyP99.toMillis(), "ms", "Order latency, p99", latency.p99()),
                Objective.atMost(
                        processorLag,
                        "events",
                        "Slowest processor",
                        now.lag().values().stream().max(Long::compare).orElse(null)),
                Objective.atMost(ingestP95.toMillis(), "ms", "Time to be shown, p95", now.ingestMillis()),
                Objective.atMost(refusedPerHour, "requests", "Requests refused", refusedLastHour),
                Objective.atMost(0, "rows", "Rows in quarantine", quarantined));
    }
}
