package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores events and snapshots in PostgreSQL on the connection of the thread's transaction, and reads the order of all events only as far as
 * it is settled. Use it through {@link PostgresEventStore}, which adds delivery within milliseconds.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEventStorageEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JdbcTransactions transactions;
    private final DataSource reader;
    private final Serializer eventSerializer;
    private final Serializer snapshotSerializer;
    private final EventDecoder events;
    private final EventDecoder snapshots;
    private final SnapshotFilter snapshotFilter;
    private final EventStoreMetrics metrics;
    private final SettledPosition settled = new SettledPosition();
    private volatile Runnable afterAppend = () -> {};

    PostgresEventStorageEngine(EventStoreBuilder builder) {
        transactions = builder.transactions();
        reader = builder.reader();
        eventSerializer = builder.eventSerializer();
        snapshotSerializer = builder.snapshotSerializer();
        events = new EventDecoder(eventSerializer, builder.upcasterChain());
        snapshots = new EventDecoder(snapshotSerializer, builder.upcasterChain());
        snapshotFilter = builder.snapshotFilter();
        metrics = builder.metrics();
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<NewEvent> batch = messages.stream()
                .map(message -> NewEvent.of(message, eventSerializer))
                .toList();
        inTransaction("append events", () -> {
            append(batch);
            return batch;
        });
    }

    private void append(List<NewEvent> batch) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            EventAppender.insert(connection, batch);
        } catch (SQLException e) {
            throw EventConflicts.explain(e, batch);
        }
        metrics.appended(batch.size());
        transactions.afterCommit(afterAppend);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        NewEvent row = NewEvent.of(snapshot, snapshotSerializer);
        inTransaction("store the snapshot of " + row.stream(), () -> {
            try (Connection connection = transactions.getConnection()) {
                StreamLoader.store(connection, row);
            }
            return row;
        });
    }

    /** The stream's newest snapshot, if the filter lets it pass, and the events after it: one statement. */
    DomainEventStream load(String stream) {
        List<StoredEvent> rows =
                read("load " + stream, connection -> StreamLoader.snapshotAndEvents(connection, stream));
        if (rows.isEmpty() || !StreamLoader.isSnapshot(rows.getFirst())) {
            return events.domain(rows);
        }
        Optional<DomainEventMessage<?>> snapshot = snapshot(rows.getFirst());
        return snapshot.<DomainEventStream>map(message -> DomainEventStream.concat(
                        DomainEventStream.of(message), events.domain(rows.subList(1, rows.size()))))
                .orElseGet(() -> readEvents(stream, 0));
    }

    private Optional<DomainEventMessage<?>> snapshot(StoredEvent row) {
        if (!snapshotFilter.allow(StoredEventData.ofAggregate(row))) {
            return Optional.empty();
        }
        try {
            Optional<DomainEventMessage<?>> snapshot = snapshots
                    .domain(List.of(row))
                    .asStream()
                    .<DomainEventMessage<?>>map(message -> message)
                    .findFirst();
            snapshot.ifPresent(DomainEventMessage::getPayload);
            return snapshot;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The snapshot of {} cannot be read; the aggregate is loaded from all its events instead.",
                    row.stream(),
                    e);
            return Optional.empty();
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
        return events.domain(
                read("load " + stream, connection -> StreamLoader.events(connection, stream, firstSequenceNumber)));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return read("read the snapshot of " + stream, connection -> StreamLoader.snapshot(connection, stream)).stream()
                .findFirst()
                .flatMap(this::snapshot);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long last = read("read the end of " + stream, connection -> StreamLoader.lastPosition(connection, stream));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = verified(token);
        EventReader pages = reader();
        return events.tracked(pages.stream(after, pages.settledPosition()));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long position = settled.upToDate(reader, PATIENCE);
        return token("make a token of the head", connection -> EventTokens.at(connection, position));
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        long position = settled.upToDate(reader, PATIENCE);
        return token("make a token at " + dateTime, connection -> EventTokens.at(connection, dateTime, position));
    }

    /** The position a token stands for, 0 if it is null; refuses one that does not match the store. */
    long verified(@Nullable TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return 0;
        }
        EventToken own = EventToken.of(plain);
        token("check a token", connection -> {
            EventTokens.verify(connection, own);
            return own;
        });
        return own.globalPosition();
    }

    /** Reads of the whole order of events, on the reader's connections. */
    public EventReader reader() {
        return new EventReader(reader, settled);
    }

    EventDecoder decoder() {
        return events;
    }

    SettledPosition settled() {
        return settled;
    }

    /** Has the action run whenever appended events have been committed. */
    void afterAppend(Runnable action) {
        afterAppend = action;
    }

    private <T> T read(String what, Query<T> query) {
        try (Connection connection = transactions.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private @Nullable EventToken token(String what, TokenQuery query) {
        try (Connection connection = reader.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private void inTransaction(String what, Callable<?> work) {
        try {
            transactions.inTransaction(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new EventStoreException("Cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface TokenQuery {
        @Nullable
        EventToken on(Connection connection) throws SQLException;
    }
}
