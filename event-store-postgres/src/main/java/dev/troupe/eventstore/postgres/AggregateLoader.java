package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads single streams on the thread's connection, from their snapshot where there is a usable one. */
final class AggregateLoader {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateLoader.class);

    private final ConnectionProvider connections;
    private final EventDecoder events;
    private final EventDecoder snapshots;
    private final SnapshotFilter filter;

    AggregateLoader(
            ConnectionProvider connections, EventDecoder events, EventDecoder snapshots, SnapshotFilter filter) {
        this.connections = connections;
        this.events = events;
        this.snapshots = snapshots;
        this.filter = filter;
    }

    /** The stream's newest snapshot, if the filter lets it pass, and the events after it: one statement. */
    DomainEventStream load(String stream) {
        List<StoredEvent> rows = read(stream, connection -> StreamLoader.snapshotAndEvents(connection, stream));
        if (rows.isEmpty() || !StreamLoader.isSnapshot(rows.getFirst())) {
            return events.domain(rows);
        }
        DomainEventStream after = events.domain(rows.subList(1, rows.size()));
        return usable(rows.getFirst())
                .map(snapshot -> DomainEventStream.concat(DomainEventStream.of(snapshot), after))
                .orElseGet(() -> events(stream, 0));
    }

    DomainEventStream events(String stream, long from) {
        return events.domain(read(
                stream,
                connection -> from == 0
                        ? StreamLoader.events(connection, stream, from)
                        : StreamLoader.news(connection, stream, from)));
    }

    Optional<DomainEventMessage<?>> snapshot(String stream) {
        return read(stream, connection -> StreamLoader.snapshot(connection, stream)).stream()
                .findFirst()
                .flatMap(this::usable);
    }

    Optional<Long> lastPosition(String stream) {
        long last = read(stream, connection -> StreamLoader.lastPosition(connection, stream));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    /** A snapshot only saves time: one that cannot be read is passed over. */
    private Optional<DomainEventMessage<?>> usable(StoredEvent row) {
        if (!filter.allow(StoredEventData.ofAggregate(row))) {
            return Optional.empty();
        }
        try {
            DomainEventStream read = snapshots.domain(List.of(row));
            if (!read.hasNext()) {
                return Optional.empty();
            }
            DomainEventMessage<?> snapshot = read.next();
            snapshot.getPayload();
            return Optional.of(snapshot);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The snapshot of {} cannot be read; the aggregate is loaded from all its events instead: {}",
                    row.stream(),
                    e.toString());
            LOG.debug("The unreadable snapshot of {}", row.stream(), e);
            return Optional.empty();
        }
    }

    private <T> T read(String stream, Query<T> query) {
        try (Connection connection = connections.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot load stream " + stream + ": " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
