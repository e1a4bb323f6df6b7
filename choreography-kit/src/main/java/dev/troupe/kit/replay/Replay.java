package dev.troupe.kit.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection: what was asked for, how far it is, how it ended.
 *
 * @param eventsPerSecond its throttle; 0 for as fast as it can
 * @param position up to which position the shadow is built
 * @param target the position of the store's end when it was asked for
 * @param events how many events were folded
 * @param note why it failed, if it did
 */
public record Replay(
        String id,
        String projection,
        State state,
        String requestedBy,
        int eventsPerSecond,
        long position,
        long target,
        long events,
        Instant requestedAt,
        Instant changedAt,
        @Nullable String note) {

    /** How a replay is. */
    public enum State {
        /** The shadow is being built. */
        RUNNING,
        /** It waits until it is resumed. */
        PAUSED,
        /** The shadow has reached the end of the store and follows it. */
        CAUGHT_UP,
        /** The shadow has become the live projection; the former one is kept. */
        SWAPPED,
        /** The former projection is the live one again. */
        ROLLED_BACK,
        /** It was given up, and the shadow dropped. */
        CANCELLED,
        /** A fact could not be folded. */
        FAILED;

        /** Whether the shadow is not complete yet, and may become so. */
        public boolean isBuilding() {
            return this == RUNNING || this == PAUSED;
        }
    }
}
