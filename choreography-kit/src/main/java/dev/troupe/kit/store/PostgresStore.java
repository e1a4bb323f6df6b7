package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.EventStoreMetrics;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.kit.database.ServiceDatabase;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The events of a service in the database that holds everything else too. */
public final class PostgresStore implements ServiceEventStore {

    private final PostgresEventStore events;
    private final ServiceDatabase database;
    private final EventSource source;
    private final EventLog log;

    /** Puts the store together. */
    public PostgresStore(
            ServiceDatabase database, Serializer serializer, EventUpcaster upcasters, EventStoreMetrics metrics) {
        this.database = database;
        this.events = PostgresEventStore.builder()
                .metrics(metrics)
                .transactions(database.transactions())
                .reader(database.reader())
                .eventSerializer(serializer)
                .upcasterChain(upcasters)
                .build();
        this.source = new PostgresEventSource(events);
        this.log = new PostgresEventLog(events.reader());
    }

    @Override
    public EventStore eventStore() {
        return events;
    }

    @Override
    public EventSource source() {
        return source;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public Duration silence() {
        return events.silence();
    }

    @Override
    public boolean commitsAlong() {
        return true;
    }

    /** The store's own checks run when Axon starts it. */
    @Override
    public void start() {
        UsedEventStore.require(database.writer(), EventStoreKind.POSTGRES, () -> true);
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
