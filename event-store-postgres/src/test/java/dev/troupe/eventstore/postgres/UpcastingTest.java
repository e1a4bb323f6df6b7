package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static dev.troupe.eventstore.postgres.EventStoreFixture.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.eventstore.postgres.EventStoreFixture.Noted;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpcastingTest {

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void loadedAndDeliveredEventsAreUpcast() throws InterruptedException {
        EventUpcaster shouting = events -> events.map(UpcastingTest::shout);
        try (PostgresEventStore store =
                        aStoreOn(database).upcasterChain(shouting).build();
                var stream = store.openStream(null)) {
            store.publish(event("order-1", 0));

            assertThat(store.readEvents("order-1").next().getPayload()).isEqualTo(new Noted("ORDER-1/0"));
            EventMessage<?> delivered = take(stream, 1).getFirst();
            assertThat((Object) delivered.getPayload()).isEqualTo(new Noted("ORDER-1/0"));
            assertThat(delivered).isInstanceOf(RecordedEvent.class);
        }
    }

    @Test
    void eventsThatAreUpcastToNothingArePassedOver() throws InterruptedException {
        EventUpcaster deaf =
                events -> events.filter(event -> event.getSequenceNumber().orElse(0L) == 4);
        try (PostgresEventStore store = aStoreOn(database).upcasterChain(deaf).build();
                var stream = store.openStream(null)) {
            store.publish(events("order-1", 5));

            assertThat(((RecordedEvent) take(stream, 1).getFirst()).position()).isEqualTo(5);
            assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void whatAnEventIsUpcastToSharesItsToken() throws InterruptedException {
        EventUpcaster twice = events -> events.flatMap(event -> Stream.of(event, shout(event)));
        try (PostgresEventStore store = aStoreOn(database).upcasterChain(twice).build();
                var stream = store.openStream(null)) {
            store.publish(event("order-1", 0));

            var both = take(stream, 2);
            assertThat(both.getFirst().trackingToken()).isEqualTo(both.getLast().trackingToken());
        }
    }

    private static IntermediateEventRepresentation shout(IntermediateEventRepresentation event) {
        return event.upcastPayload(event.getType(), JsonNode.class, json -> {
            String text = json.get("text").asText();
            return ((ObjectNode) json.deepCopy()).put("text", text.toUpperCase(Locale.ROOT));
        });
    }
}
