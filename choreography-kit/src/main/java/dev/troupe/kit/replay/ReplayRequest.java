package dev.troupe.kit.replay;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be rebuilt.
 *
 * @param projection the projection's name
 * @param eventsPerSecond how fast at most; 0 for as fast as it can, absent for a pace that leaves live handling undisturbed
 */
public record ReplayRequest(String projection, @Nullable Integer eventsPerSecond) {

    /** How fast a replay goes at most unless said. */
    public static final int DEFAULT_EVENTS_PER_SECOND = 20_000;

    /** How fast at most; 0 for as fast as it can. */
    public int throttle() {
        return eventsPerSecond == null ? DEFAULT_EVENTS_PER_SECOND : eventsPerSecond;
    }
}
