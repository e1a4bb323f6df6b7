package dev.troupe.kit.replay;

import java.util.List;
import java.util.Map;

/**
 * What a replay would do; making a plan changes nothing.
 *
 * @param projection what would be rebuilt
 * @param target the position up to which there are events now
 * @param eventsByType how many events it would fold, by the name of their fact
 * @param events how many events it would fold in all
 * @param liveRows how many rows the live projection has
 * @param skipped who would not run, and why
 * @param expectedMillis how long it would take at full speed, from a measured sample; -1 if there is nothing to measure
 */
public record ReplayPlan(
        String projection,
        long target,
        Map<String, Long> eventsByType,
        long events,
        long liveRows,
        List<Skipped> skipped,
        long expectedMillis) {

    /** A handler that would not run. */
    public record Skipped(String handler, String reason) {}
}
