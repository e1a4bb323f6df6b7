package dev.troupe.kit.replay;

import dev.troupe.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be rebuilt.
 *
 * @param projection the projection's name
 * @param selection which part of the events; all if absent
 * @param eventsPerSecond how fast at most; 0 for as fast as it can, absent for a pace that leaves live handling undisturbed
 */
public record ReplayRequest(
        String projection,
        @Nullable Selection selection,
        @Nullable Integer eventsPerSecond) {

    /** How fast a replay goes at most unless said: live handling has the better part of two cores. */
    public static final int DEFAULT_EVENTS_PER_SECOND = 16_000;

    public ReplayRequest {
        if (eventsPerSecond != null && eventsPerSecond < 0) {
            throw new Refusal("invalid-request", 400, "eventsPerSecond must be 0 or more.");
        }
    }

    /** A rebuild of a whole projection. */
    public static ReplayRequest of(String projection, int eventsPerSecond) {
        return new ReplayRequest(projection, null, eventsPerSecond);
    }

    /** Which part of the events it is about. */
    public Selection selected() {
        return selection == null ? Selection.EVERYTHING : selection;
    }

    /** How fast at most; 0 for as fast as it can. */
    public int throttle() {
        return eventsPerSecond == null ? DEFAULT_EVENTS_PER_SECOND : eventsPerSecond;
    }
}
