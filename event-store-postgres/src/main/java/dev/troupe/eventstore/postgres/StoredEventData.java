package dev.troupe.eventstore.postgres;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A stored event as Axon's upcasters take it: tracked when the whole store is read, of an aggregate when there is one. */
abstract sealed class StoredEventData implements EventData<byte[]> {

    final StoredEvent stored;

    private StoredEventData(StoredEvent stored) {
        this.stored = stored;
    }

    /** An event of the whole store, which is a domain event if an aggregate published it. */
    static TrackedEventData<byte[]> tracked(StoredEvent stored) {
        return stored.aggregateType() == null ? new Tracked(stored) : new TrackedOfAggregate(stored);
    }

    /** An event of the stream that an aggregate is loaded from. */
    static DomainEventData<byte[]> ofAggregate(StoredEvent stored) {
        return new OfAggregate(stored);
    }

    @Override
    public String getEventIdentifier() {
        return stored.eventId().toString();
    }

    @Override
    public Instant getTimestamp() {
        return stored.occurredAt();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(stored.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(stored.payload(), byte[].class, stored.type(), stored.revision());
    }

    private static final class Tracked extends StoredEventData implements TrackedEventData<byte[]> {

        Tracked(StoredEvent stored) {
            super(stored);
        }

        @Override
        public TrackingToken trackingToken() {
            return new Provenance(stored.token(), stored.recordedAt());
        }
    }

    private static sealed class OfAggregate extends StoredEventData implements DomainEventData<byte[]> {

        OfAggregate(StoredEvent stored) {
            super(stored);
        }

        @Override
        public @Nullable String getType() {
            return stored.aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return stored.stream();
        }

        @Override
        public long getSequenceNumber() {
            return stored.streamPosition();
        }
    }

    private static final class TrackedOfAggregate extends OfAggregate implements TrackedEventData<byte[]> {

        TrackedOfAggregate(StoredEvent stored) {
            super(stored);
        }

        @Override
        public TrackingToken trackingToken() {
            return new Provenance(stored.token(), stored.recordedAt());
        }
    }
}
