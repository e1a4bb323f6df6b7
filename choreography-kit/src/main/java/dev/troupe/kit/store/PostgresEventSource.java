package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.Concern;
import dev.troupe.eventstore.postgres.EventToken;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.eventstore.postgres.RecordedEvent;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the PostgreSQL event store. */
public final class PostgresEventSource implements EventSource {

    private final PostgresEventStore store;

    /** Reads the given store. */
    public PostgresEventSource(PostgresEventStore store) {
        this.store = store;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> open(Position after, Concern concern) {
        UUID eventId = after.eventId();
        return store.openStream(eventId == null ? null : new EventToken(after.value(), eventId), concern);
    }

    @Override
    public Position head() {
        return store.createHeadToken() instanceof EventToken(long position, UUID eventId)
                ? new Position(position, eventId)
                : Position.START;
    }

    @Override
    public Position positionOf(TrackedEventMessage<?> event) {
        return new Position(((RecordedEvent) event).position(), UUID.fromString(event.getIdentifier()));
    }

    @Override
    public Instant recordedAt(TrackedEventMessage<?> event) {
        return ((RecordedEvent) event).recordedAt();
    }

    @Override
    public Optional<StoredEvent> stored(long position) {
        return store.reader().read(position - 1, position, 1).stream().findFirst();
    }

    @Override
    public Optional<TrackedEventMessage<?>> message(StoredEvent event) {
        return store.message(event);
    }
}
