package dev.troupe.kit.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do; making a plan changes nothing.
 *
 * @param projection what would be rebuilt, and the only thing that runs
 * @param selection from which part of the events
 * @param flows how many flows the selection picks; absent if it picks all
 * @param from the position of the first event it would fold; 0 if there is none
 * @param target the position up to which it would fold: where the live projection is
 * @param eventsByType how many events it would fold, by the name of their fact
 * @param events how many events it would fold in all
 * @param rowsAtMost how many rows may be written
 * @param skipped who would not run, and why
 * @param eventsPerSecond the throttle; 0 for none
 * @param measuredPerSecond how many events per second were folded and written in a sample that was then undone; 0 if there are none
 * @param expectedMillis how long it would take; 0 if there is nothing to do
 * @param refusal why it would not be started, if it would not
 */
public record ReplayPlan(
        String projection,
        Selection selection,
        @Nullable Integer flows,
        long from,
        long target,
        Map<String, Long> eventsByType,
        long events,
        long rowsAtMost,
        List<Skipped> skipped,
        int eventsPerSecond,
        long measuredPerSecond,
        long expectedMillis,
        @Nullable String refusal) {

    /** A handler that would not run. */
    public record Skipped(String handler, String reason) {}
}
