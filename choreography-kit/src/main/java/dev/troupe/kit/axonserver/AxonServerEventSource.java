package dev.troupe.kit.axonserver;

import dev.troupe.eventstore.postgres.Concern;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.eventstore.postgres.TokenMismatchException;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Follows Axon Server. */
final class AxonServerEventSource implements EventSource {

    private final AxonServer server;
    private final AxonServerEventStore store;
    private final AxonServerReader reader;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    AxonServerEventSource(
            AxonServer server, AxonServerEventStore store, Serializer serializer, EventUpcaster upcasters) {
        this.upcasters = upcasters;
        this.server = server;
        this.store = store;
        this.reader = new AxonServerReader(server);
        this.serializer = new GrpcMetaDataAwareSerializer(serializer);
    }

    /** Axon Server's stream wakes whoever waits for each event. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> open(Position after, Concern concern) {
        if (after.eventId() != null) {
            verify(after.value(), after.eventId());
        }
        return store.openStream(token(after.value()));
    }

    @Override
    public Position head() {
        long last = reader.lastPosition();
        return last == 0 ? Position.START : new Position(last, event(last).eventId());
    }

    @Override
    public Position positionOf(TrackedEventMessage<?> event) {
        long index = event.trackingToken().position().orElseThrow();
        return new Position(StoredEvents.position(index), UUID.fromString(event.getIdentifier()));
    }

    /** Axon Server has one time only: that of the service that published the event. */
    @Override
    public Instant recordedAt(TrackedEventMessage<?> event) {
        Object elsewhere = event.getMetaData().get(StoredEvents.RECORDED_AT);
        return elsewhere == null ? event.getTimestamp() : Instant.parse(elsewhere.toString());
    }

    @Override
    public Optional<StoredEvent> stored(long position) {
        return position < 1 || position > reader.lastPosition() ? Optional.empty() : Optional.of(event(position));
    }

    @Override
    public Optional<TrackedEventMessage<?>> message(StoredEvent event) {
        TrackedEventData<byte[]> data = new TrackedDomainEventData<>(
                token(event.position()), new GrpcBackedDomainEventData(StoredEvents.copied(event)));
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(data), serializer, upcasters)
                .<TrackedEventMessage<?>>map(message -> message)
                .findFirst();
    }

    private static @Nullable TrackingToken token(long position) {
        return position < 1 ? null : new GlobalSequenceTrackingToken(StoredEvents.token(position));
    }

    private StoredEvent event(long position) {
        return reader.scan(position - 1, position, 1, event -> true).getFirst();
    }

    private void verify(long position, UUID eventId) {
        long last = reader.lastPosition();
        List<StoredEvent> there = position > last ? List.of() : reader.scan(position - 1, position, 1, event -> true);
        if (there.isEmpty() || !there.getFirst().eventId().equals(eventId)) {
            throw new TokenMismatchException(
                    "A consumer has come to position %d, event %s, but Axon Server at %s %s and ends at position %d. It was restored, or is another one. Compare the two and reset the consumer's token on purpose."
                            .formatted(
                                    position,
                                    eventId,
                                    server,
                                    there.isEmpty()
                                            ? "has nothing there"
                                            : "holds event " + there.getFirst().eventId(),
                                    last));
        }
    }
}
