package dev.troupe.kit.axonserver;

import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the log of Axon Server, and finds single events by the index that services keep of it. */
public final class AxonServerEventLog implements EventLog {

    private final AxonServer server;
    private final AxonServerReader reader;
    private final EventIndex index;

    /**
     * Reads a server.
     *
     * @param server is closed with this log
     * @param index a role that may read what services say of themselves
     */
    public AxonServerEventLog(AxonServer server, DataSource index) {
        this.server = server;
        this.reader = new AxonServerReader(server);
        this.index = new EventIndex(index);
    }

    @Override
    public long settledPosition() {
        return reader.lastPosition();
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit) {
        return reader.scan(after, bound(upTo), limit, event -> true);
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit, Set<String> types) {
        return reader.scan(after, bound(upTo), limit, ofTypes(types));
    }

    @Override
    public List<StoredEvent> eventsOfFlow(String flowId) {
        long indexed = index.indexed();
        Set<Long> positions = new TreeSet<>(index.positionsOfFlow(flowId));
        positions.addAll(positions(notIndexed(indexed, event -> flowId.equals(flowOf(event)))));
        return eventsAt(positions);
    }

    @Override
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition) {
        List<Event> events = reader.ofAggregate(stream, fromStreamPosition);
        Map<UUID, Long> positions =
                positionsById(events.stream().map(AxonServerEventLog::idOf).collect(Collectors.toSet()));
        return events.stream()
                .map(event -> StoredEvents.stored(event, positions.getOrDefault(idOf(event), 0L)))
                .toList();
    }

    @Override
    public List<StoredEvent> eventsAt(Collection<Long> positions) {
        long end = settledPosition();
        return new TreeSet<>(positions)
                .stream()
                        .filter(position -> position >= 1 && position <= end)
                        .flatMap(position -> reader.scan(position - 1, position, 1, event -> true).stream())
                        .toList();
    }

    @Override
    public List<StoredEvent> eventsById(Collection<UUID> ids) {
        return eventsAt(positionsById(Set.copyOf(ids)).values());
    }

    @Override
    public Map<String, Long> countByType(Set<String> types, long upTo) {
        long indexed = Math.min(upTo, index.indexed());
        Map<String, Long> counts = index.countByType(types, indexed);
        reader.scan(indexed, bound(upTo), Integer.MAX_VALUE, ofTypes(types))
                .forEach(event -> counts.merge(event.type(), 1L, Long::sum));
        return counts;
    }

    /** Appends events that were recorded elsewhere, all of them or none. */
    public void copy(List<StoredEvent> events) {
        server.append(events.stream().map(StoredEvents::copied).toList());
    }

    @Override
    public void close() {
        server.close();
    }

    private long bound(long upTo) {
        return Math.min(upTo, settledPosition());
    }

    private Map<UUID, Long> positionsById(Set<UUID> ids) {
        long indexed = index.indexed();
        Map<UUID, Long> positions = index.positions(ids);
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            notIndexed(indexed, event -> missing.contains(idOf(event)))
                    .forEach(event -> positions.put(event.eventId(), event.position()));
        }
        return positions;
    }

    /** What happened since the index was written last; that is usually the last moment. */
    private List<StoredEvent> notIndexed(long indexed, Predicate<Event> wanted) {
        return reader.scan(indexed, settledPosition(), Integer.MAX_VALUE, wanted);
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }

    private static Predicate<Event> ofTypes(Set<String> types) {
        return event -> types.contains(event.getPayload().getType());
    }

    private static String flowOf(Event event) {
        return event.containsMetaData(FactMetadata.CORRELATION_ID)
                ? event.getMetaDataOrThrow(FactMetadata.CORRELATION_ID).getTextValue()
                : event.getMessageIdentifier();
    }

    private static UUID idOf(Event event) {
        return UUID.fromString(event.getMessageIdentifier());
    }
}
