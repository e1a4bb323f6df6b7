package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.Concern;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads all events in the order in which they were recorded, whichever store holds them. */
public interface EventSource {

    /**
     * Opens the stream of events after a position; it waits at the end for more.
     *
     * @param concern which of them whoever waits at the end need be woken for
     */
    BlockingStream<TrackedEventMessage<?>> open(Position after, Concern concern);

    /** The position of the newest event. */
    Position head();

    /** The position of an event of a stream of this source. */
    Position positionOf(TrackedEventMessage<?> event);

    /** When the store recorded an event of a stream of this source. */
    Instant recordedAt(TrackedEventMessage<?> event);

    /** The event at a position, as it is stored. */
    Optional<StoredEvent> stored(long position);

    /** A stored event as streams deliver it, read through all upcasters; empty if they leave nothing of it. */
    Optional<TrackedEventMessage<?>> message(StoredEvent event);
}
