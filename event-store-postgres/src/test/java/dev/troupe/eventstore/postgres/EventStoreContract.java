package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.EventStoreFixture.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event store does, ours or not; it may hold events of others, as a server that several share does. */
public abstract class EventStoreContract {

    /** Keeps the streams of each test apart from those of all others. */
    private final String test = UUID.randomUUID().toString();

    private final String order1 = "order-1-" + test;
    private final String order2 = "order-2-" + test;
    private @Nullable TrackingToken start;

    /** The store under test, the same each time. */
    protected abstract EventStore store();

    /** What the store must have been given to write and read the events of these tests. */
    protected static Serializer serializer() {
        return EventStoreFixture.JSON;
    }

    @BeforeEach
    void noteWhereTheTestBegins() {
        start = store().createHeadToken();
    }

    @Test
    void aStreamIsLoadedAsItWasAppended() {
        List<DomainEventMessage<Noted>> appended = events(order1, 3);
        store().publish(appended);
        store().publish(events(order2, 1));

        List<? extends DomainEventMessage<?>> loaded =
                store().readEvents(order1).asStream().toList();

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
        store().publish(events(order1, 5));

        assertThat(store().readEvents(order1, 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(store().readEvents(order1, 5).hasNext()).isFalse();
        assertThat(store().readEvents(order2).hasNext()).isFalse();
    }

    @Test
    void theLastSequenceNumberIsKnown() {
        store().publish(events(order1, 5));

        assertThat(store().lastSequenceNumberFor(order1)).contains(4L);
        assertThat(store().lastSequenceNumberFor(order2)).isEmpty();
    }

    @Test
    void anAppendIsWholeOrNothing() {
        store().publish(event(order1, 0), event(order1, 1), event(order2, 0));

        assertThatThrownBy(() -> store().publish(event(order2, 1), event(order1, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(store().lastSequenceNumberFor(order2)).contains(0L);
    }

    @Test
    void aLongBatchKeepsItsOrder() throws InterruptedException {
        List<DomainEventMessage<?>> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(event("order-" + i % 3 + "-" + test, i / 3));
        }
        store().publish(batch.subList(0, 30));
        store().publish(batch.subList(30, 60));

        assertThat(since(start).stream().map(EventMessage::getIdentifier))
                .containsExactlyElementsOf(
                        batch.stream().map(EventMessage::getIdentifier).toList());
        assertThat(store().lastSequenceNumberFor("order-2-" + test)).contains(19L);
    }

    @Test
    void aStreamIsCreatedOnce() {
        store().publish(event(order1, 0));

        assertThatThrownBy(() -> store().publish(event(order1, 0)))
                .isInstanceOfAny(AggregateStreamCreationException.class, ConcurrencyException.class);
    }

    @Test
    void oneOfManyWinsEachPlaceInAStream() {
        ContendedStream contended = new ContendedStream(store(), order1, 20);

        contended.appendFrom(200);

        assertThat(contended.winners()).hasSize(20).allSatisfy((position, wins) -> assertThat(wins)
                .isEqualTo(1));
        assertThat(contended.unexpected()).isEmpty();
        assertThat(store().readEvents(order1).asStream()).hasSize(20);
    }

    @Test
    void theNewestSnapshotIsKept() {
        store().publish(events(order1, 5));
        for (long position : new long[] {1, 3, 2}) {
            store().storeSnapshot(event(order1, position));
        }

        assertThat(store().readEvents(order1).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
    }

    @Test
    void theWholeStoreIsReadInTheOrderOfAppending() throws InterruptedException {
        store().publish(event(order2, 0), event(order1, 0));
        store().publish(new GenericEventMessage<>(new Noted("alone"), Map.of("key", "value")));
        store().publish(event(order1, 1));

        List<TrackedEventMessage<?>> all = since(start);

        assertThat(payloads(all))
                .containsExactly(
                        new Noted(order2 + "/0"),
                        new Noted(order1 + "/0"),
                        new Noted("alone"),
                        new Noted(order1 + "/1"));
        assertThat(all.get(2)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(all.get(2).getMetaData()).containsEntry("key", "value");
        assertThat(payloads(since(all.get(1).trackingToken())))
                .containsExactly(new Noted("alone"), new Noted(order1 + "/1"));
    }

    @Test
    void theTailTokenIsBeforeAllEventsAndTheHeadTokenBehindThem() throws InterruptedException {
        store().publish(events(order1, 3));

        assertThat(since(store().createTailToken())).hasSizeGreaterThanOrEqualTo(3);
        TrackingToken head = store().createHeadToken();
        assertThat(since(head)).isEmpty();
        store().publish(event(order1, 3));
        assertThat(payloads(since(head))).containsExactly(new Noted(order1 + "/3"));
    }

    @Test
    void whatAUnitOfWorkPublishesIsStoredWhenItCommitsOrNotAtAll() throws InterruptedException {
        UnitOfWork<?> undone = DefaultUnitOfWork.startAndGet(null);
        store().publish(event(order1, 0));
        undone.rollback();
        assertThat(since(start)).isEmpty();

        UnitOfWork<?> done = DefaultUnitOfWork.startAndGet(null);
        store().publish(event(order1, 0));
        store().publish(event(order2, 0));
        assertThat(store().lastSequenceNumberFor(order1)).contains(0L);
        done.commit();
        assertThat(since(start)).hasSize(2);
    }

    /** Everything after the token that is there now. */
    private List<TrackedEventMessage<?>> since(@Nullable TrackingToken token) throws InterruptedException {
        TrackingToken head = store().createHeadToken();
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        if (head == null) {
            return taken;
        }
        TrackingToken reached = token;
        try (BlockingStream<TrackedEventMessage<?>> stream = store().openStream(token)) {
            while (reached == null || !reached.covers(head)) {
                assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
                TrackedEventMessage<?> event = stream.nextAvailable();
                taken.add(event);
                reached = event.trackingToken();
            }
        }
        return taken;
    }

    private static List<Object> payloads(List<TrackedEventMessage<?>> messages) {
        return messages.stream().<Object>map(EventMessage::getPayload).toList();
    }
}
