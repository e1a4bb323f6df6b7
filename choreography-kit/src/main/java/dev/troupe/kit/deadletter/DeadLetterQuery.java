package dev.troupe.kit.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for, in the order in which they were parked.
 *
 * @param processor only those of this processor; of all if absent
 * @param flowId only those of this flow; of all if absent
 * @param eventType only those of this fact; of all if absent
 * @param after only those with a higher id
 * @param limit at most so many
 */
public record DeadLetterQuery(
        @Nullable String processor,
        @Nullable String flowId,
        @Nullable String eventType,
        long after,
        int limit) {

    /** At most so many are told at once. */
    public static final int MAX_LIMIT = 500;

    /** The first of all. */
    public static final DeadLetterQuery ALL = new DeadLetterQuery(null, null, null, 0, MAX_LIMIT);

    public DeadLetterQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be a whole number from 1 to " + MAX_LIMIT);
        }
    }
}
