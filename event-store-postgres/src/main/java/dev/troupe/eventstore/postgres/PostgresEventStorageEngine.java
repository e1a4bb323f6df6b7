package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores events and snapshots in PostgreSQL on the connection of the thread's transaction, and reads the order of all events only as far as
 * it is settled. Use it through {@link PostgresEventStore}, which adds delivery within milliseconds.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private final JdbcTransactions transactions;
    private final DataSource reader;
    private final Serializer eventSerializer;
    private final Serializer snapshotSerializer;
    private final EventDecoder events;
    private final AggregateLoader aggregates;
    private final SettledPosition settled = new SettledPosition();

    PostgresEventStorageEngine(EventStoreBuilder builder) {
        transactions = builder.transactions();
        reader = builder.reader();
        eventSerializer = builder.eventSerializer();
        snapshotSerializer = builder.snapshotSerializer();
        events = new EventDecoder(eventSerializer, builder.upcasterChain());
        EventDecoder snapshots = new EventDecoder(snapshotSerializer, builder.upcasterChain());
        aggregates = new AggregateLoader(transactions::getReadConnection, events, snapshots, builder.snapshotFilter());
        transactions.report(builder.metrics());
    }

    /**
     * Appends the events when the thread's transaction commits, at once if there is none; so a conflict is reported by the commit. Until then
     * they are read only through that transaction.
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<NewEvent> batch = messages.stream()
                .map(message -> NewEvent.of(message, eventSerializer))
                .toList();
        inTransaction("append events", () -> {
            transactions.append(batch);
            return batch;
        });
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

    /** The stream from its newest snapshot on, in one statement. */
    DomainEventStream load(String stream) {
        return aggregates.load(stream);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
        return aggregates.events(stream, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return aggregates.snapshot(stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return aggregates.lastPosition(stream);
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
        long position = settled.head(reader);
        return token("make a token of the head", connection -> EventTokens.at(connection, position));
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        long position = settled.head(reader);
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

    /** Refuses with an {@code AxonConfigurationException} to work where events could be lost or skipped. */
    public void check() {
        try (Connection appending = transactions.getConnection();
                Connection reading = reader.getConnection()) {
            StartupChecks.run(appending, reading);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot check the event store: " + e.getMessage(), e);
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

    private interface TokenQuery {
        @Nullable
        EventToken on(Connection connection) throws SQLException;
    }
}
