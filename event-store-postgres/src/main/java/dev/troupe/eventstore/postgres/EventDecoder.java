package dev.troupe.eventstore.postgres;

import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Turns stored events into messages: upcast at once, deserialised when somebody asks for the content. */
final class EventDecoder {

    private final Serializer serializer;
    private final EventUpcaster upcaster;

    EventDecoder(Serializer serializer, EventUpcaster upcaster) {
        this.serializer = serializer;
        this.upcaster = upcaster;
    }

    /** The messages of stored events as consumers of the whole store see them; an upcaster may make none or several of one. */
    Stream<TrackedEventMessage<?>> tracked(Stream<StoredEvent> events) {
        return upcaster.upcast(
                        events.map(event -> new InitialEventRepresentation(StoredEventData.tracked(event), serializer)))
                .map(this::message);
    }

    /** The messages of the events of one stream, as an aggregate is loaded from them. */
    DomainEventStream domain(List<StoredEvent> events) {
        return upcastAndDeserializeDomainEvents(
                events.stream().map(StoredEventData::ofAggregate), serializer, upcaster);
    }

    private TrackedEventMessage<?> message(IntermediateEventRepresentation event) {
        Provenance provenance = (Provenance) event.getTrackingToken().orElseThrow();
        SerializedMessage<?> content = new SerializedMessage<>(
                event.getMessageIdentifier(),
                new LazyDeserializingObject<>(event::getData, event.getType(), serializer),
                event.getMetaData());
        EventToken token = provenance.token();
        if (event.getAggregateIdentifier().isEmpty()) {
            return new RecordedEventMessage<>(
                    token, token.globalPosition(), provenance.recordedAt(), content, event::getTimestamp);
        }
        return new RecordedDomainEventMessage<>(
                token, provenance.recordedAt(), origin(event, token), content, event::getTimestamp);
    }

    private static RecordedDomainEventMessage.Origin origin(IntermediateEventRepresentation event, EventToken token) {
        return new RecordedDomainEventMessage.Origin(
                token.globalPosition(),
                event.getAggregateType().orElseThrow(),
                event.getAggregateIdentifier().orElseThrow(),
                event.getSequenceNumber().orElseThrow());
    }
}
