package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.EventStoreFixture.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage engine does, ours or not. */
abstract class EventStorageEngineContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    protected abstract EventStorageEngine engine();

    @Test
    void aStreamIsLoadedAsItWasAppended() {
        List<DomainEventMessage<Noted>> appended = events("order-1", 3);
        engine().appendEvents(appended);
        engine().appendEvents(events("order-2", 1));

        List<? extends DomainEventMessage<?>> loaded =
                engine().readEvents("order-1").asStream().toList();

        assertThat(loaded).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertSame(loaded.get(i), appended.get(i));
        }
    }

    private static void assertSame(DomainEventMessage<?> loaded, DomainEventMessage<?> appended) {
        assertThat(loaded.getIdentifier()).isEqualTo(appended.getIdentifier());
        assertThat(loaded.getAggregateIdentifier()).isEqualTo(appended.getAggregateIdentifier());
        assertThat(loaded.getSequenceNumber()).isEqualTo(appended.getSequenceNumber());
        assertThat(loaded.getType()).isEqualTo(appended.getType());
        assertThat(loaded.getTimestamp().toEpochMilli())
                .isEqualTo(appended.getTimestamp().toEpochMilli());
        assertThat(loaded.getMetaData()).isEqualTo(appended.getMetaData());
        assertThat((Object) loaded.getPayload()).isEqualTo(appended.getPayload());
    }

    @Test
    void aStreamIsLoadedFromTheMiddle() {
        engine().appendEvents(events("order-1", 5));

        assertThat(engine().readEvents("order-1", 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(engine().readEvents("order-1", 5).hasNext()).isFalse();
        assertThat(engine().readEvents("order-2").hasNext()).isFalse();
    }

    @Test
    void theLastSequenceNumberIsKnown() {
        engine().appendEvents(events("order-1", 5));

        assertThat(engine().lastSequenceNumberFor("order-1")).contains(4L);
        assertThat(engine().lastSequenceNumberFor("order-2")).isEmpty();
    }

    @Test
    void anAppendIsWholeOrNothing() {
        engine().appendEvents(event("order-1", 0), event("order-1", 1), event("order-2", 0));

        assertThatThrownBy(() -> engine().appendEvents(event("order-2", 1), event("order-1", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine().lastSequenceNumberFor("order-2")).contains(0L);
    }

    @Test
    void aLongBatchKeepsItsOrder() {
        List<DomainEventMessage<?>> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(event("order-" + i % 3, i / 3));
        }
        engine().appendEvents(batch.subList(0, 30));
        engine().appendEvents(batch.subList(30, 60));

        assertThat(all(null).stream().map(EventMessage::getIdentifier))
                .containsExactlyElementsOf(
                        batch.stream().map(EventMessage::getIdentifier).toList());
        assertThat(engine().lastSequenceNumberFor("order-2")).contains(19L);
    }

    @Test
    void aStreamIsCreatedOnce() {
        engine().appendEvents(event("order-1", 0));

        assertThatThrownBy(() -> engine().appendEvents(event("order-1", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void anEventIsStoredOnce() {
        DomainEventMessage<Noted> event = event("order-1", 0);
        engine().appendEvents(event("order-2", 0), event);
        EventMessage<?> again = new GenericDomainEventMessage<>(
                "Note",
                "order-2",
                1,
                event.getPayload(),
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp());

        assertThatThrownBy(() -> engine().appendEvents(again)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void oneOfManyWinsEachPlaceInAStream() {
        ContendedStream contended = new ContendedStream(engine(), "order-1", 20);

        contended.appendFrom(200);

        assertThat(contended.winners()).hasSize(20).allSatisfy((position, wins) -> assertThat(wins)
                .isEqualTo(1));
        assertThat(contended.unexpected()).isEmpty();
        assertThat(engine().readEvents("order-1").asStream()).hasSize(20);
    }

    @Test
    void theNewestSnapshotIsKept() {
        for (long position : new long[] {1, 3, 2}) {
            engine().storeSnapshot(event("order-1", position));
        }

        assertThat(engine().readSnapshot("order-1"))
                .hasValueSatisfying(
                        snapshot -> assertThat(snapshot.getSequenceNumber()).isEqualTo(3));
        assertThat(engine().readSnapshot("order-2")).isEmpty();
    }

    @Test
    void theWholeStoreIsReadInTheOrderOfAppending() {
        engine().appendEvents(event("b", 0), event("a", 0));
        engine().appendEvents(new GenericEventMessage<>(new Noted("alone"), Map.of("key", "value")));
        engine().appendEvents(event("a", 1));

        List<? extends TrackedEventMessage<?>> all = all(null);

        assertThat(payloads(all)).containsExactly(noted("b/0"), noted("a/0"), noted("alone"), noted("a/1"));
        assertThat(all.get(2)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(all.get(2).getMetaData()).containsEntry("key", "value");
        assertThat(payloads(all(all.get(1).trackingToken()))).containsExactly(noted("alone"), noted("a/1"));
    }

    @Test
    void theTailTokenIsBeforeAllEventsAndTheHeadTokenBehindThem() {
        assertThat(all(engine().createHeadToken())).isEmpty();
        engine().appendEvents(events("order-1", 3));

        assertThat(all(engine().createTailToken())).hasSize(3);
        assertThat(all(engine().createHeadToken())).isEmpty();
        TrackingToken head = engine().createHeadToken();
        engine().appendEvents(event("order-1", 3));
        assertThat(payloads(all(head))).containsExactly(noted("order-1/3"));
    }

    @Test
    void aTokenAtATimeMissesNothingThatHappenedSince() {
        engine().appendEvents(at(0), at(10), at(20), at(15), at(12));

        assertThat(all(tokenAt(15))).hasSize(3);
        assertThat(all(tokenAt(-5))).hasSize(5);
        assertThat(all(tokenAt(25))).isEmpty();
    }

    private TrackingToken tokenAt(long second) {
        return engine().createTokenAt(NOON.plusSeconds(second));
    }

    private static EventMessage<?> at(long second) {
        String id = UUID.randomUUID().toString();
        return new GenericEventMessage<>(id, new Noted(id), Map.of(), NOON.plusSeconds(second));
    }

    private List<? extends TrackedEventMessage<?>> all(@Nullable TrackingToken token) {
        try (Stream<? extends TrackedEventMessage<?>> stream = engine().readEvents(token, false)) {
            return stream.toList();
        }
    }

    private static List<Object> payloads(List<? extends TrackedEventMessage<?>> messages) {
        return messages.stream().<Object>map(EventMessage::getPayload).toList();
    }

    private static Noted noted(String text) {
        return new Noted(text);
    }
}
