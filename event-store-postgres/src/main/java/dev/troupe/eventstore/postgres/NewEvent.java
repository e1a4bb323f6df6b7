package dev.troupe.eventstore.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event on its way into the store: checked and serialised. */
record NewEvent(
        String stream,
        long streamPosition,
        @Nullable String aggregateType,
        UUID eventId,
        String type,
        @Nullable String revision,
        Instant occurredAt,
        String metadata,
        String payload) {

    private static final String NUL = "\\u0000";

    NewEvent {
        refuseNul("stream name", stream, stream.indexOf('\0') >= 0);
        refuseNul("metadata", stream, hasNul(metadata));
        refuseNul("payload", stream, hasNul(payload));
    }

    static NewEvent of(EventMessage<?> message, Serializer serializer) {
        UUID id = id(message);
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        String metadata = message.serializeMetaData(serializer, String.class).getData();
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> event ? event : null;
        return new NewEvent(
                domain == null ? "event-" + id : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                domain == null ? null : domain.getType(),
                id,
                payload.getType().getName(),
                payload.getType().getRevision(),
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                metadata,
                payload.getData());
    }

    private static UUID id(EventMessage<?> message) {
        try {
            return UUID.fromString(message.getIdentifier());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The event store takes events whose identifier is a UUID, but this one is called \""
                            + message.getIdentifier() + "\". Check which IdentifierFactory Axon uses.",
                    e);
        }
    }

    private static void refuseNul(String where, String stream, boolean found) {
        if (found) {
            throw new IllegalArgumentException(
                    "The " + where + " of an event for stream \"" + stream.replace("\0", NUL)
                            + "\" contains the character \\u0000, which PostgreSQL cannot store. Remove it before the event is published.");
        }
    }

    /** Whether JSON text holds an escaped NUL, rather than an escaped backslash in front of the letters u0000. */
    private static boolean hasNul(String json) {
        int at = json.indexOf(NUL);
        while (at >= 0) {
            int backslashes = 0;
            while (at - backslashes > 0 && json.charAt(at - backslashes - 1) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 0) {
                return true;
            }
            at = json.indexOf(NUL, at + 1);
        }
        return false;
    }
}
