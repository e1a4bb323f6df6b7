package dev.troupe.kit.axonserver;

import dev.troupe.eventstore.postgres.StoredEvent;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads parts of the log of Axon Server, which has no filter of its own. */
final class AxonServerReader {

    private static final long DELIVERS_WITHIN_SECONDS = 10;
    private static final int BUFFER = 1_000;

    private final AxonServer server;

    AxonServerReader(AxonServer server) {
        this.server = server;
    }

    /** The position of the newest event, 0 if there is none. */
    long lastPosition() {
        return StoredEvents.position(server.lastToken());
    }

    /** The first events after a position that are wanted, up to a position that is known to exist. */
    List<StoredEvent> scan(long after, long end, int limit, Predicate<Event> wanted) {
        List<StoredEvent> found = new ArrayList<>();
        if (after >= end || limit <= 0) {
            return found;
        }
        int buffer = (int) Math.min(BUFFER, end - after);
        try (EventStream stream =
                server.events().openStream(StoredEvents.token(Math.max(0, after)), buffer, Math.max(1, buffer / 4))) {
            long position = after;
            while (position < end && found.size() < limit) {
                EventWithToken event = next(stream, position);
                position = StoredEvents.position(event.getToken());
                if (position <= end && wanted.test(event.getEvent())) {
                    found.add(StoredEvents.stored(event));
                }
            }
        }
        return found;
    }

    /** The events of an aggregate, without their positions, which Axon Server does not tell here. */
    List<Event> ofAggregate(String stream, long from) {
        AggregateEventStream events = server.events().openAggregateStream(stream, from);
        return events.asStream().toList();
    }

    private static EventWithToken next(EventStream stream, long after) {
        try {
            EventWithToken event = stream.nextIfAvailable(DELIVERS_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new EventStoreException(
                        "Axon Server does not deliver the event after position " + after,
                        stream.getError()
                                .orElseGet(() ->
                                        new TimeoutException("no answer within " + DELIVERS_WITHIN_SECONDS + " s")));
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while reading events after position " + after, e);
        }
    }
}
