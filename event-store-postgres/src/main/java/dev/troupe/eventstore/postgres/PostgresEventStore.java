package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;

/**
 * An Axon event store on PostgreSQL. Every committed event is delivered to every stream once, in one order, within milliseconds, and nothing
 * is delivered before all that precedes it is certain. Delivered messages are {@link RecordedEvent}s.
 */
public final class PostgresEventStore extends AbstractEventStore implements Lifecycle, AutoCloseable {

    private final PostgresEventStorageEngine engine;
    private final Tail tail;
    private boolean checked;

    PostgresEventStore(EventStoreBuilder builder, PostgresEventStorageEngine engine) {
        super(new AxonBuilder(builder, engine));
        this.engine = engine;
        this.tail = new Tail(builder.reader(), engine.settled(), builder.metrics());
    }

    public static EventStoreBuilder builder() {
        return new EventStoreBuilder();
    }

    /**
     * Checks that the store is safe to use, which fails with an {@code AxonConfigurationException} if it is not. The first stream does so too.
     */
    public synchronized void start() {
        if (!checked) {
            engine.check();
            checked = true;
        }
    }

    /**
     * Delivers the events after the token, from the first one if it is null. Refuses a token that does not match the store with a
     * {@link TokenMismatchException}.
     */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return openStream(token, Concern.EVERYTHING);
    }

    /** Like {@link #openStream(TrackingToken)}, for a reader that need not be woken for every event. */
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token, Concern concern) {
        start();
        tail.follow();
        PostgresEventStream stream = new PostgresEventStream(engine.verified(token), tail, engine, concern);
        tail.interest().opened(stream);
        return stream;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return DomainEventStream.concat(
                engine.load(aggregateIdentifier), DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    /** A stored event as a stream delivers it; empty if upcasters leave nothing of it. */
    public Optional<TrackedEventMessage<?>> message(StoredEvent event) {
        return engine.decoder()
                .tracked(Stream.of(event))
                .<TrackedEventMessage<?>>map(message -> message)
                .findFirst();
    }

    /** Reads of the whole order of events in bulk. */
    public EventReader reader() {
        return engine.reader();
    }

    /** How long ago this process heard last that events were appended, by whichever process. It listens once there is a stream. */
    public Duration silence() {
        return tail.silence().length();
    }

    /** Stops delivery at once; what is committed is delivered after the next start. */
    public void shutDown() {
        tail.close();
    }

    @Override
    public void close() {
        shutDown();
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry handle) {
        handle.onStart(Phase.EXTERNAL_CONNECTIONS, this::start);
        handle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::shutDown);
    }

    private static final class AxonBuilder extends AbstractEventStore.Builder {

        AxonBuilder(EventStoreBuilder from, PostgresEventStorageEngine engine) {
            storageEngine(engine);
            spanFactory(from.spanFactory());
            messageMonitor(from.messageMonitor());
        }
    }
}
