package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static dev.troupe.eventstore.postgres.EventStoreFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.EventStoreFixture.Noted;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEventStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final PostgresEventStore store = aStoreOn(database).build();
    private final PostgresEventStore otherProcess = aStoreOn(database).build();

    @AfterEach
    void close() {
        store.shutDown();
        otherProcess.shutDown();
        database.close();
    }

    @Test
    void whatIsPublishedIsLoaded() {
        store.publish(events("order-1", 3));

        assertThat(store.readEvents("order-1").asStream().<Object>map(EventMessage::getPayload))
                .containsExactly(new Noted("order-1/0"), new Noted("order-1/1"), new Noted("order-1/2"));
        assertThat(store.lastSequenceNumberFor("order-1")).contains(2L);
    }

    @Test
    void whatIsPublishedIsDeliveredInThisProcessAndInOthers() throws InterruptedException {
        store.publish(events("order-1", 2));
        try (var here = store.openStream(null);
                var there = otherProcess.openStream(null)) {
            assertThat(take(here, 2)).hasSize(2);
            assertThat(take(there, 2)).hasSize(2);
            store.publish(event("order-1", 2), new GenericEventMessage<>(new Noted("alone")));

            List<TrackedEventMessage<?>> delivered = take(there, 2);
            assertThat(delivered.getFirst())
                    .isInstanceOf(DomainEventMessage.class)
                    .isInstanceOf(RecordedEvent.class);
            assertThat(delivered.getLast()).isNotInstanceOf(DomainEventMessage.class);
            assertThat(take(here, 2))
                    .extracting(EventMessage::getIdentifier)
                    .containsExactlyElementsOf(
                            delivered.stream().map(EventMessage::getIdentifier).toList());
        }
    }

    @Test
    void aTakenPlaceInAStreamIsAConflict() {
        store.publish(events("order-1", 2));

        assertThatThrownBy(() -> store.publish(event("order-1", 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.publish(event("order-1", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void anEventIsStoredOnce() {
        DomainEventMessage<Noted> event = event("order-1", 0);
        store.publish(event("order-2", 0), event);
        EventMessage<?> again = new GenericDomainEventMessage<>(
                "Note",
                "order-2",
                1,
                event.getPayload(),
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp());

        assertThatThrownBy(() -> store.publish(again)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aTokenAtATimeMissesNothingThatHappenedSince() throws InterruptedException {
        store.publish(at(0), at(10), at(20), at(15), at(12));

        assertThat(since(tokenAt(15))).hasSize(3);
        assertThat(since(tokenAt(-5))).hasSize(5);
        assertThat(since(tokenAt(25))).isEmpty();
    }

    private TrackingToken tokenAt(long second) {
        return store.createTokenAt(NOON.plusSeconds(second));
    }

    private static EventMessage<?> at(long second) {
        String id = UUID.randomUUID().toString();
        return new GenericEventMessage<>(id, new Noted(id), Map.of(), NOON.plusSeconds(second));
    }

    private List<TrackedEventMessage<?>> since(@Nullable TrackingToken token) throws InterruptedException {
        long before = token == null ? 0 : token.position().orElseThrow();
        long after = store.createHeadToken().position().orElseThrow();
        try (var stream = store.openStream(token)) {
            return take(stream, (int) (after - before));
        }
    }

    @Test
    void aGapInALongBatchIsRefused() {
        List<DomainEventMessage<Noted>> events = events("order-1", 30);
        store.publish(events.subList(0, 10));

        assertThatThrownBy(() -> store.publish(events.subList(11, 30))).isInstanceOf(StreamGapException.class);
        assertThatThrownBy(() -> store.publish(events.get(10), events.get(12)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHeadIsNotGuessedWhileAnAppendIsOpen() throws Exception {
        store.publish(events("order-1", 3));
        try (WriterSession open = new WriterSession(database);
                Connection connection = database.reader().getConnection()) {
            open.append("open", 0);

            assertThatThrownBy(() -> new SettledPosition().head(connection, Duration.ZERO))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("an append has been open");
        }
    }

    @Test
    void aGapInAStreamIsRefused() {
        store.publish(events("order-1", 2));

        assertThatThrownBy(() -> store.publish(event("order-2", 0), event("order-1", 3)))
                .isInstanceOf(StreamGapException.class);
        assertThat(store.lastSequenceNumberFor("order-2")).isEmpty();
    }

    @Test
    void aStreamFromTheHeadDeliversOnlyWhatIsNew() throws InterruptedException {
        store.publish(events("order-1", 3));
        try (var stream = store.openStream(store.createHeadToken())) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            store.publish(event("order-1", 3));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("order-1/3"));
        }
    }

    @Test
    void aTokenOfAnotherHistoryIsRefused() {
        store.publish(events("order-1", 3));

        assertThatThrownBy(() -> store.openStream(new EventToken(2, UUID.randomUUID())))
                .isInstanceOf(TokenMismatchException.class)
                .hasMessageContaining("position 2");
    }
}
