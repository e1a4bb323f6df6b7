package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final TestDatabase database = new TestDatabase();
    private final PostgresEventStorageEngine engine = aStoreOn(database).buildEngine();
    private final EventReader reader = new EventReader(database.reader());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eventsAreReadAsTheyAreStored() {
        EventMessage<?> appended = event("order-1", 0, Map.of("correlationId", "order-1"));
        engine.appendEvents(appended);

        StoredEvent stored = reader.read(0, Long.MAX_VALUE, 10).getFirst();

        assertThat(stored.eventId()).hasToString(appended.getIdentifier());
        assertThat(stored.stream()).isEqualTo("order-1");
        assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"order-1/0\"}");
        assertThat(new String(stored.metadata(), StandardCharsets.UTF_8)).isEqualTo("{\"correlationId\":\"order-1\"}");
    }

    @Test
    void aPageEndsAtItsLimitAndItsUpperBound() {
        engine.appendEvents(events("order-1", 6));

        assertThat(positions(reader.read(1, Long.MAX_VALUE, 3))).containsExactly(2L, 3L, 4L);
        assertThat(positions(reader.read(1, 3, 100))).containsExactly(2L, 3L);
        assertThat(positions(reader.stream(2, Long.MAX_VALUE).toList())).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void onlySomeTypesAreRead() {
        engine.appendEvents(event("order-1", 0), new GenericEventMessage<>("text"));

        assertThat(positions(reader.read(0, Long.MAX_VALUE, 10, Set.of(String.class.getName()))))
                .containsExactly(2L);
    }

    @Test
    void nothingBeyondTheSettledPositionIsRead() throws Exception {
        engine.appendEvents(events("order-1", 2));
        assertThat(reader.settledPosition()).isEqualTo(2);
        try (WriterSession open = new WriterSession(database)) {
            open.append("open", 0);
            engine.appendEvents(event("order-1", 2));

            assertThat(positions(reader.read(0, Long.MAX_VALUE, 10))).containsExactly(1L, 2L);
            open.commit();
            assertThat(positions(reader.read(0, Long.MAX_VALUE, 10))).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void aFlowIsFoundAcrossStreams() {
        engine.appendEvents(
                event("order-1", 0, Map.of("correlationId", "order-1")),
                event("payment-1", 0, Map.of("correlationId", "order-1")),
                event("order-2", 0, Map.of("correlationId", "order-2")));

        assertThat(reader.eventsOfFlow("order-1"))
                .extracting(StoredEvent::stream)
                .containsExactly("order-1", "payment-1");
        assertThat(reader.eventsOfStream("order-2", 0)).hasSize(1);
    }

    @Test
    void singleEventsAreFoundByPositionAndById() {
        engine.appendEvents(events("order-1", 3));
        List<StoredEvent> all = reader.read(0, Long.MAX_VALUE, 10);

        assertThat(positions(reader.eventsAt(List.of(3L, 1L, 99L)))).containsExactly(1L, 3L);
        assertThat(positions(reader.eventsById(List.of(all.get(1).eventId(), UUID.randomUUID()))))
                .containsExactly(2L);
    }

    @Test
    void eventsAreCountedByType() {
        engine.appendEvents(event("order-1", 0), new GenericEventMessage<>("a"), new GenericEventMessage<>("b"));

        String text = String.class.getName();
        assertThat(reader.countByType(Set.of(text, "unheard.of"), 2)).isEqualTo(Map.of(text, 1L));
        assertThat(reader.countByType(Set.of(text), Long.MAX_VALUE)).isEqualTo(Map.of(text, 2L));
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }
}
