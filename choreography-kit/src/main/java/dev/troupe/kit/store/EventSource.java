package dev.troupe.kit.store;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads all events in the order in which they were recorded, whichever store holds them. */
public interface EventSource {

    /** Opens the stream of events after a position; it waits at the end for more. */
    BlockingStream<TrackedEventMessage<?>> open(Position after);

    /** The position of the newest event. */
    Position head();

    /** The position of an event of a stream of this source. */
    Position positionOf(TrackedEventMessage<?> event);

    /** When the store recorded an event of a stream of this source. */
    Instant recordedAt(TrackedEventMessage<?> event);

    /** The event at a position. */
    Optional<TrackedEventMessage<?>> at(long position);
}
