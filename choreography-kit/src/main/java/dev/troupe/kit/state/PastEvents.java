package dev.troupe.kit.state;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;

/** Makes events as aggregates handle them from events as they are stored. */
final class PastEvents {

    private final FactSerializer serializer;

    PastEvents(FactSerializer serializer) {
        this.serializer = serializer;
    }

    DomainEventMessage<?> message(StoredEvent event) {
        Object fact = serializer.deserialize(
                new SimpleSerializedObject<>(event.payload(), byte[].class, event.type(), event.revision()));
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
