package dev.troupe.kit.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection: what was asked for, how far it is, how it ended.
 *
 * @param id the projection's name, a hyphen and a number
 * @param selection which part of the events it is about
 * @param eventsPerSecond its throttle; 0 for as fast as it can
 * @param position up to which position the shadow is built
 * @param target where the live projection was when it was asked for
 * @param events how many events were folded
 * @param expectedEvents how many there were to fold when it was asked for
 * @param currentRate how many events it folds in a second now
 * @param remainingMillis how long it will take to the end at that rate; absent if it is not building or has only begun
 * @param kept the schema in which a swap or a rollback keeps what was live before, if there was one
 * @param note why it failed, if it did
 */
public record Replay(
        String id,
        String projection,
        Selection selection,
        State state,
        String requestedBy,
        int eventsPerSecond,
        long position,
        long target,
        long events,
        long expectedEvents,
        int currentRate,
        @Nullable Long remainingMillis,
        Instant requestedAt,
        Instant changedAt,
        @Nullable String kept,
        @Nullable String note) {

    /** How a replay is. */
    public enum State {
        /** The shadow is being built. */
        RUNNING,
        /** It waits until it is resumed. */
        PAUSED,
        /** The shadow has reached the live projection and follows it. */
        CAUGHT_UP,
        /** The shadow has become the live projection, or its rows have; what was there before is kept. */
        SWAPPED,
        /** What was live before is live again. */
        ROLLED_BACK,
        /** It was given up, and the shadow dropped. */
        CANCELLED,
        /** A fact could not be folded. */
        FAILED;

        /** Whether the shadow is not complete yet, and may become so. */
        public boolean isBuilding() {
            return this == RUNNING || this == PAUSED;
        }

        /** Whether there is a shadow. */
        boolean isActive() {
            return this == RUNNING || this == PAUSED || this == CAUGHT_UP;
        }
    }

    /** Whether only some rows are rebuilt. */
    boolean inPart() {
        return !selection.coversEverything();
    }
}
