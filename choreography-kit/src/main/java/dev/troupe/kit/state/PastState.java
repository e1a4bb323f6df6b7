package dev.troupe.kit.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an aggregate was at some time.
 *
 * @param aggregate its type, such as {@code order}
 * @param id its id, such as the order's
 * @param events how many of its events had happened
 * @param fact the name of the last of them
 * @param position that event's position in the event store
 * @param recordedAt when that event was recorded
 * @param state the aggregate's fields; personal values stay sealed
 */
public record PastState(
        String aggregate,
        String id,
        long events,
        String fact,
        long position,
        Instant recordedAt,
        Map<String, @Nullable Object> state) {}
