package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads events as they are stored, for replays, audits and whoever looks at flows; whichever store holds them. Positions grow from 1 on, so
 * 0 is before the first event; there may be holes.
 */
public interface EventLog extends AutoCloseable {

    /** The position up to which the order of events is final; 0 if there are none. */
    long settledPosition();

    /**
     * Up to {@code limit} events with positions greater than {@code after} and at most {@code upTo}, in order. Never goes beyond the settled
     * position.
     */
    List<StoredEvent> read(long after, long upTo, int limit);

    /** Like the other, but only events of these types, by the names they are stored under. */
    List<StoredEvent> read(long after, long upTo, int limit, Set<String> types);

    /** The events of a flow, in order; those of the last moments may not be settled yet. */
    List<StoredEvent> eventsOfFlow(String flowId);

    /** The events of a stream from a place in it on, in order. */
    List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition);

    /** Up to {@code limit} of them, for streams that may be long. */
    default List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition, int limit) {
        return eventsOfStream(stream, fromStreamPosition).stream().limit(limit).toList();
    }

    /** The events at these positions, in order; nothing for a position that holds none. */
    List<StoredEvent> eventsAt(Collection<Long> positions);

    /** The events with these ids, in order; nothing for an id that no event has. */
    List<StoredEvent> eventsById(Collection<UUID> ids);

    /** How many events of each of these types there are up to a position; types without any are left out. */
    Map<String, Long> countByType(Set<String> types, long upTo);

    /** Lets go of what it was opened with. */
    @Override
    default void close() {}
}
