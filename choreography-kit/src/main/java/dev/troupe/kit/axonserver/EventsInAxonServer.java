package dev.troupe.kit.axonserver;

import java.util.List;
import java.util.Optional;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Axon's store on Axon Server with two differences: snapshots are in PostgreSQL, where a new one takes the place of the last, and a place in
 * a stream that is taken is reported as every other store does.
 */
final class EventsInAxonServer extends AxonServerEventStore {

    private final AxonServerAppender appender;
    private final EventStorageEngine snapshots;

    private EventsInAxonServer(Builder builder, AxonServerAppender appender, EventStorageEngine snapshots) {
        super(builder);
        this.appender = appender;
        this.snapshots = snapshots;
    }

    /**
     * A store on a server.
     *
     * @param snapshots keeps the snapshots and is used for nothing else
     */
    static EventsInAxonServer on(
            AxonServer server, Serializer serializer, EventUpcaster upcasters, EventStorageEngine snapshots) {
        Builder builder = builder();
        builder.configuration(server.configuration())
                .platformConnectionManager(server.connections())
                .eventSerializer(serializer)
                .upcasterChain(upcasters)
                .snapshotSerializer(serializer)
                .snapshotFilter(SnapshotFilter.allowAll());
        builder.build(); // makes the engine, which the builder then holds
        return new EventsInAxonServer(builder, new AxonServerAppender(server, serializer), snapshots);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        appender.append(events);
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        Optional<DomainEventMessage<?>> snapshot = snapshots.readSnapshot(stream);
        if (snapshot.isEmpty()) {
            return readEvents(stream, 0);
        }
        return DomainEventStream.concat(
                DomainEventStream.of(snapshot.get()),
                readEvents(stream, snapshot.get().getSequenceNumber() + 1));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.storeSnapshot(snapshot);
    }
}
