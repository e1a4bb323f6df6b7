package dev.troupe.eventstore.postgres;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, nothing interpreted.
 *
 * @param position its place in the order of all events
 * @param stream the aggregate it belongs to, or a stream of its own if no aggregate published it
 * @param streamPosition its place in the stream, from 0
 * @param aggregateType null if no aggregate published it
 * @param type the name its serializer gives it
 * @param revision the revision of that type, null if it has none
 * @param occurredAt when it was published, by the clock of the publisher
 * @param recordedAt when it was stored, by the clock of the database
 * @param metadata JSON in UTF-8, not to be changed
 * @param payload JSON in UTF-8, not to be changed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // millions are read in a replay; a copy or a String of each would cost half as much
// again
public record StoredEvent(
        long position,
        String stream,
        long streamPosition,
        @Nullable String aggregateType,
        UUID eventId,
        String type,
        @Nullable String revision,
        Instant occurredAt,
        Instant recordedAt,
        byte[] metadata,
        byte[] payload)
        implements RecordedEvent {

    /** The token of a consumer that has been given this event and all before it. */
    public EventToken token() {
        return new EventToken(position, eventId);
    }

    /** The same event with another payload, for who has to correct what it says without changing what is stored. */
    public StoredEvent withPayload(byte[] other) {
        return new StoredEvent(
                position,
                stream,
                streamPosition,
                aggregateType,
                eventId,
                type,
                revision,
                occurredAt,
                recordedAt,
                metadata,
                other);
    }
}
