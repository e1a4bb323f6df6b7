package dev.troupe.kit.axonserver;

import com.google.protobuf.ByteString;
import dev.troupe.eventstore.postgres.StoredEvent;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as Axon Server keeps them and as the log gives them. Axon Server knows one time per event, in milliseconds; an event that was copied
 * from elsewhere has its own times beside its metadata, under names that nobody sees.
 */
public final class StoredEvents {

    /** When an event that was copied from elsewhere occurred and was recorded there. */
    static final String OCCURRED_AT = "troupe.occurredAt";

    static final String RECORDED_AT = "troupe.recordedAt";

    private StoredEvents() {}

    /** The position of an event: one more than its index, so that 0 is before the first event, as in every log. */
    static long position(long token) {
        return token + 1;
    }

    /** The index of the event at a position. */
    static long token(long position) {
        return position - 1;
    }

    static StoredEvent stored(EventWithToken event) {
        return stored(event.getEvent(), position(event.getToken()));
    }

    static StoredEvent stored(Event event, long position) {
        Map<String, MetaDataValue> metadata = new HashMap<>(event.getMetaDataMap());
        Instant stamped = Instant.ofEpochMilli(event.getTimestamp());
        Instant occurredAt = time(metadata.remove(OCCURRED_AT), stamped);
        Instant recordedAt = time(metadata.remove(RECORDED_AT), stamped);
        boolean ofAggregate = !event.getAggregateIdentifier().isEmpty();
        return new StoredEvent(
                position,
                ofAggregate ? event.getAggregateIdentifier() : "event-" + event.getMessageIdentifier(),
                event.getAggregateSequenceNumber(),
                ofAggregate ? event.getAggregateType() : null,
                UUID.fromString(event.getMessageIdentifier()),
                event.getPayload().getType(),
                emptyToNull(event.getPayload().getRevision()),
                occurredAt,
                recordedAt,
                json(metadata),
                event.getPayload().getData().toByteArray());
    }

    /** The event as Axon Server keeps one that was recorded elsewhere. */
    static Event copied(StoredEvent stored) {
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(stored.eventId().toString())
                .setTimestamp(stored.occurredAt().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(stored.type())
                        .setRevision(stored.revision() == null ? "" : stored.revision())
                        .setData(ByteString.copyFrom(stored.payload())));
        if (stored.aggregateType() != null) {
            event.setAggregateIdentifier(stored.stream())
                    .setAggregateType(stored.aggregateType())
                    .setAggregateSequenceNumber(stored.streamPosition());
        }
        event.putAllMetaData(values(stored.metadata()));
        event.putMetaData(OCCURRED_AT, StoredMetadata.text(stored.occurredAt().toString()));
        event.putMetaData(RECORDED_AT, StoredMetadata.text(stored.recordedAt().toString()));
        return event.build();
    }

    private static Instant time(@Nullable MetaDataValue given, Instant otherwise) {
        return given == null ? otherwise : Instant.parse(given.getTextValue());
    }

    private static byte[] json(Map<String, MetaDataValue> metadata) {
        try {
            return StoredMetadata.json(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("An event's metadata cannot be read", e);
        }
    }

    private static Map<String, MetaDataValue> values(byte[] metadata) {
        try {
            return StoredMetadata.values(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("An event's metadata cannot be read", e);
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
