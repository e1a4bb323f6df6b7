package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final TestDatabase database = new TestDatabase();
    private final EventStore store = aStoreOn(database).build();

    @BeforeEach
    void storeEventsAndASnapshotOfThree() {
        store.publish(events("order-1", 5));
        store.storeSnapshot(event("order-1", 2));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAggregateIsLoadedFromItsSnapshotOn() {
        assertThat(loaded(store)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aSnapshotAtTheEndOfTheStreamIsEnough() {
        store.storeSnapshot(event("order-1", 4));

        assertThat(loaded(store)).containsExactly(4L);
    }

    @Test
    void aSnapshotThatTheFilterRefusesIsPassedOver() {
        assertThat(loaded(aStoreOn(database).snapshotFilter(snapshot -> false).build()))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() {
        database.execute("UPDATE events.snapshot SET payload = '{\"unknown\": []}'");

        assertThat(loaded(store)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    private static Iterable<Long> loaded(EventStore store) {
        return store.readEvents("order-1")
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
