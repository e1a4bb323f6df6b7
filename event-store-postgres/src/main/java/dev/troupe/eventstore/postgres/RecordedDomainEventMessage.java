package dev.troupe.eventstore.postgres;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;

/** A delivered event of an aggregate. */
final class RecordedDomainEventMessage<T> extends GenericTrackedDomainEventMessage<T> implements RecordedEvent {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final Instant recordedAt;

    RecordedDomainEventMessage(
            TrackingToken token, Instant recordedAt, Origin origin, Message<T> delegate, Supplier<Instant> timestamp) {
        super(token, origin.type(), origin.stream(), origin.streamPosition(), delegate, timestamp);
        this.position = origin.position();
        this.recordedAt = recordedAt;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public RecordedDomainEventMessage<T> withMetaData(Map<String, ?> metaData) {
        return with(trackingToken(), getDelegate().withMetaData(metaData));
    }

    @Override
    public RecordedDomainEventMessage<T> andMetaData(Map<String, ?> metaData) {
        return with(trackingToken(), getDelegate().andMetaData(metaData));
    }

    @Override
    public RecordedDomainEventMessage<T> withTrackingToken(TrackingToken token) {
        return with(token, getDelegate());
    }

    private RecordedDomainEventMessage<T> with(TrackingToken token, Message<T> delegate) {
        Origin origin = new Origin(position, getType(), getAggregateIdentifier(), getSequenceNumber());
        return new RecordedDomainEventMessage<>(token, recordedAt, origin, delegate, this::getTimestamp);
    }

    /** Where it stands in the store and in its aggregate's stream. */
    record Origin(long position, String type, String stream, long streamPosition) {}
}
