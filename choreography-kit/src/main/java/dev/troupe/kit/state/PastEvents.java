package dev.troupe.kit.state;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;

/** Makes events as aggregates handle them from events as they are stored. */
final class PastEvents {

    private final FactDecoder decoder;
    private final FactSerializer serializer;

    PastEvents(FactDecoder decoder, FactSerializer serializer) {
        this.decoder = decoder;
        this.serializer = serializer;
    }

    DomainEventMessage<?> message(StoredEvent event) {
        Object fact = decoder.fact(event)
                .orElseThrow(() -> new IllegalStateException(
                        "%s at position %d is no fact this service knows".formatted(event.type(), event.position())));
        MetaData metadata =
                serializer.deserialize(new SimpleSerializedObject<>(event.metadata(), byte[].class, "metadata", null));
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.stream(),
                event.streamPosition(),
                fact,
                metadata,
                event.eventId().toString(),
                event.occurredAt());
    }
}
