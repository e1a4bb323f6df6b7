package dev.troupe.kit.migration;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A log in memory, whose positions begin and grow as they like. */
final class ListLog implements EventLog, CopyTarget {

    private final List<StoredEvent> events = new ArrayList<>();
    private final long step;

    ListLog(long step) {
        this.step = step;
    }

    @Override
    public void append(List<StoredEvent> appended) {
        appended.forEach(event -> events.add(new StoredEvent(
                settledPosition() + step,
                event.stream(),
                event.streamPosition(),
                event.aggregateType(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.occurredAt(),
                event.recordedAt(),
                event.metadata(),
                event.payload())));
    }

    @Override
    public long settledPosition() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit) {
        return events.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit, Set<String> types) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> eventsOfFlow(String flowId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> eventsAt(Collection<Long> positions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> eventsById(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> countByType(Set<String> types, long upTo) {
        throw new UnsupportedOperationException();
    }
}
