package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All events of some types. */
final class AllEvents implements FoldedEvents {

    private final EventLog eventLog;
    private final Set<String> types;

    AllEvents(EventLog eventLog, Set<String> types) {
        this.eventLog = eventLog;
        this.types = types;
    }

    @Override
    public Page read(long after, long upTo, int limit) {
        // to ask for the settled position means to wait for whoever is appending, and a projection is behind it anyway
        long end = upTo == Long.MAX_VALUE ? eventLog.settledPosition() : upTo;
        List<StoredEvent> events = eventLog.read(Math.max(0, after), end, limit, types);
        boolean atEnd = events.size() < limit;
        return new Page(events, events.size(), atEnd ? lastUpTo(events, after, end) : events.getLast(), atEnd);
    }

    /** The event at the end, so that a token passes over events that do not concern the projection. */
    private @Nullable StoredEvent lastUpTo(List<StoredEvent> events, long after, long end) {
        List<StoredEvent> last = end > after ? eventLog.read(end - 1, end, 1) : List.of();
        if (!last.isEmpty()) {
            return last.getFirst();
        }
        return events.isEmpty() ? null : events.getLast();
    }
}
