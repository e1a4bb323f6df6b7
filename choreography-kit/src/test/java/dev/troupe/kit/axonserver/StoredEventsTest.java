package dev.troupe.kit.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.eventstore.postgres.StoredEvent;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    private static final String METADATA =
            "{\"attempt\":3,\"correlationId\":\"o-1\",\"list\":[1,2],\"nothing\":null,\"ratio\":0.5,\"retried\":true}";
    private static final StoredEvent EVENT = new StoredEvent(
            7,
            "order-o-1",
            2,
            "Order",
            UUID.fromString("01920000-0000-7000-8000-000000000001"),
            "order.placed",
            "1",
            Instant.parse("2026-01-31T12:00:00.123456Z"),
            Instant.parse("2026-01-31T12:00:00.234567Z"),
            METADATA.getBytes(UTF_8),
            "{ \"kept\" : \"as it was written\" }".getBytes(UTF_8));

    @Test
    void aCopyKeepsEverythingAndItsTimesToTheMicrosecond() {
        StoredEvent copy = StoredEvents.stored(StoredEvents.copied(EVENT), 7);

        assertThat(copy).usingRecursiveComparison().isEqualTo(EVENT);
    }

    @Test
    void anEventWithoutAggregateKeepsItsStream() {
        StoredEvent alone = new StoredEvent(
                1,
                "event-" + EVENT.eventId(),
                0,
                null,
                EVENT.eventId(),
                "order.placed",
                null,
                EVENT.occurredAt(),
                EVENT.recordedAt(),
                EVENT.metadata(),
                EVENT.payload());

        assertThat(StoredEvents.stored(StoredEvents.copied(alone), 1))
                .usingRecursiveComparison()
                .isEqualTo(alone);
    }

    @Test
    void anEventOfAxonServerIsTakenForRecordedWhenItOccurred() {
        Event plain = StoredEvents.copied(EVENT).toBuilder().clearMetaData().build();

        StoredEvent stored = StoredEvents.stored(plain, 1);

        assertThat(stored.recordedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(stored.occurredAt()).isEqualTo(stored.recordedAt());
    }
}
