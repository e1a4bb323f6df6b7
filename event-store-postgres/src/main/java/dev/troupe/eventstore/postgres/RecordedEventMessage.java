package dev.troupe.eventstore.postgres;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;

/** A delivered event that no aggregate published. */
final class RecordedEventMessage<T> extends GenericTrackedEventMessage<T> implements RecordedEvent {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final Instant recordedAt;

    RecordedEventMessage(
            TrackingToken token, long position, Instant recordedAt, Message<T> delegate, Supplier<Instant> timestamp) {
        super(token, delegate, timestamp);
        this.position = position;
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
    public RecordedEventMessage<T> withMetaData(Map<String, ?> metaData) {
        return with(trackingToken(), getDelegate().withMetaData(metaData));
    }

    @Override
    public RecordedEventMessage<T> andMetaData(Map<String, ?> metaData) {
        return with(trackingToken(), getDelegate().andMetaData(metaData));
    }

    @Override
    public RecordedEventMessage<T> withTrackingToken(TrackingToken token) {
        return with(token, getDelegate());
    }

    private RecordedEventMessage<T> with(TrackingToken token, Message<T> delegate) {
        return new RecordedEventMessage<>(token, position, recordedAt, delegate, this::getTimestamp);
    }
}
