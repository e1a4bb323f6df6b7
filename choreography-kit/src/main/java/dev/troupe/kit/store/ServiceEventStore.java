package dev.troupe.kit.store;

import dev.troupe.kit.processor.BatchHandler;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The event store of a service, whichever it is: where aggregates are kept, what processors follow, and the log that all read. */
public interface ServiceEventStore extends AutoCloseable {

    /** For Axon. */
    EventStore eventStore();

    /** For processors. */
    EventSource source();

    /** For whoever looks at events as they are stored. */
    EventLog log();

    /** How long ago this service heard last that any service appended events; forever if the store does not tell. */
    default Duration silence() {
        return ChronoUnit.FOREVER.getDuration();
    }

    /** What writes down where events are, if the store cannot find them by itself. */
    default Optional<BatchHandler> indexer() {
        return Optional.empty();
    }

    /** Whether events are appended by the transaction that commits everything else, and not before it in another store. */
    boolean commitsAlong();

    /**
     * Checks that the store can be used and is the one this database belongs to.
     *
     * @throws RuntimeException if not; the message says what to do
     */
    void start();

    @Override
    void close();
}
