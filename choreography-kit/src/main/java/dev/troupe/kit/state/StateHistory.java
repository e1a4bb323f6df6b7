package dev.troupe.kit.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each event did to an aggregate.
 *
 * @param aggregate its type, such as {@code order}
 * @param id its id
 * @param items its events in order
 * @param next give this as {@code after} to get the events after these; absent if there are no more
 */
public record StateHistory(
        String aggregate,
        String id,
        List<Step> items,
        @Nullable Long next) {

    /**
     * One event and what it changed.
     *
     * @param streamPosition its place among the events of the aggregate, from 0
     * @param position its position in the event store
     * @param fact its name
     * @param recordedAt when it was recorded
     * @param changes the fields that differ after it
     */
    public record Step(long streamPosition, long position, String fact, Instant recordedAt, List<Change> changes) {}

    /**
     * A field that differs.
     *
     * @param field its name; that of a field within a field is preceded by the outer one's and a dot
     * @param before absent if there was none before
     * @param after absent if there is none any more
     */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}
}
