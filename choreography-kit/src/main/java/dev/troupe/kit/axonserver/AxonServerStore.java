package dev.troupe.kit.axonserver;

import dev.troupe.eventstore.postgres.PostgresEventStorageEngine;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.processor.BatchHandler;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.ServiceEventStore;
import dev.troupe.kit.store.UsedEventStore;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The events of a service in Axon Server, and in PostgreSQL all that goes with them. */
public final class AxonServerStore implements ServiceEventStore {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    private final AxonServer server;
    private final ServiceDatabase database;
    private final EventsInAxonServer events;
    private final AxonServerEventSource source;
    private final AxonServerEventLog log;

    /**
     * Puts the store together; the server is asked nothing before the start.
     *
     * @param client the name under which Axon Server shows this process
     */
    public AxonServerStore(
            AxonServerSettings settings,
            String client,
            ServiceDatabase database,
            Serializer serializer,
            EventUpcaster upcasters) {
        PostgresEventStorageEngine snapshots = PostgresEventStore.builder()
                .transactions(database.transactions())
                .reader(database.reader())
                .eventSerializer(serializer)
                .buildEngine();
        this.server = AxonServer.connect(settings, client);
        this.database = database;
        this.events = EventsInAxonServer.on(server, serializer, upcasters, snapshots);
        this.source = new AxonServerEventSource(server, events, serializer, upcasters);
        this.log = new AxonServerEventLog(server, database.reader());
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
    public Optional<BatchHandler> indexer() {
        return Optional.of(new EventIndexer(database.transactions(), source));
    }

    @Override
    public boolean commitsAlong() {
        return false;
    }

    @Override
    public void start() {
        server.awaitReachable(STARTS_WITHIN);
        UsedEventStore.require(database.writer(), EventStoreKind.AXON_SERVER, () -> log.settledPosition() == 0);
    }

    @Override
    public void close() {
        server.close();
    }
}
