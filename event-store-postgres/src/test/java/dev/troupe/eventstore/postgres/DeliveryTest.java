package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static dev.troupe.eventstore.postgres.EventStoreFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final int MORE_THAN_THE_BUFFER_HOLDS = 9_000;

    private final TestDatabase database = new TestDatabase();
    private final AtomicLong waitedMillis = new AtomicLong();
    private final PostgresEventStore store = aStoreOn(database)
            .metrics(new EventStoreMetrics() {
                @Override
                public void waitingBehindHole(long position, Duration soFar) {
                    waitedMillis.set(soFar.toMillis());
                }
            })
            .build();

    @AfterEach
    void close() {
        store.shutDown();
        database.close();
    }

    @Test
    void aStreamThatLagsReadsUpAndThenFollowsTheTail() throws InterruptedException {
        storeMany();
        try (var stream = store.openStream(null)) {
            assertThat(positions(take(stream, MORE_THAN_THE_BUFFER_HOLDS))).isEqualTo(upTo(MORE_THAN_THE_BUFFER_HOLDS));
            store.publish(events("new", 2));
            assertThat(take(stream, 2)).hasSize(2);
        }
    }

    @Test
    void aStreamThatIsLeftBehindByTheBufferMissesNothing() throws InterruptedException {
        try (var stalled = store.openStream(null);
                var quick = store.openStream(null)) {
            store.publish(event("first", 0));
            take(stalled, 1);
            storeMany();
            assertThat(take(quick, MORE_THAN_THE_BUFFER_HOLDS + 1)).hasSize(MORE_THAN_THE_BUFFER_HOLDS + 1);

            assertThat(take(stalled, MORE_THAN_THE_BUFFER_HOLDS)).hasSize(MORE_THAN_THE_BUFFER_HOLDS);
        }
    }

    @Test
    void aStreamContinuesFromTheTokenOfItsLastEvent() throws InterruptedException {
        store.publish(events("order-1", 5));
        TrackedEventMessage<?> second;
        try (var stream = store.openStream(null)) {
            second = take(stream, 2).getLast();
        }
        try (var stream = store.openStream(second.trackingToken())) {
            assertThat(positions(take(stream, 3))).containsExactly(3L, 4L, 5L);
        }
    }

    @Test
    void deliveredEventsSayWhenTheyWereRecorded() throws InterruptedException {
        store.publish(event("order-1", 0));
        try (var stream = store.openStream(null)) {
            RecordedEvent recorded = (RecordedEvent) take(stream, 1).getFirst().andMetaData(Map.of("a", "b"));

            assertThat(recorded.recordedAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(recorded.position()).isOne();
        }
    }

    @Test
    void aReaderIsGivenWhatDoesNotConcernItToo() throws InterruptedException {
        Concern fifth = new Concern(any -> true, event -> text(event).equals("order-1/4"), Duration.ZERO);
        try (var stream = store.openStream(null, fifth)) {
            store.publish(events("order-1", 6));

            assertThat(positions(take(stream, 6))).isEqualTo(upTo(6));
        }
    }

    @Test
    void whatConcernsNobodyInTheProcessIsReadAllTheSame() throws InterruptedException {
        PostgresEventStore elsewhere = aStoreOn(database).build();
        Concern nothing = new Concern(any -> false, any -> false, Duration.ZERO);
        try (var stream = elsewhere.openStream(null, nothing)) {
            store.publish(event("order-1", 0));
            assertThat(take(stream, 1)).hasSize(1);
            store.publish(event("order-1", 1)); // now it is known that none of these is waited for
            assertThat(take(stream, 1)).hasSize(1);
        } finally {
            elsewhere.shutDown();
        }
    }

    @Test
    void aStreamThatIsOpenedLaterIsWokenForWhatConcernedNobodyBefore() throws InterruptedException {
        Concern nothing = new Concern(any -> false, any -> false, Duration.ZERO);
        try (var first = store.openStream(null, nothing)) {
            store.publish(event("order-1", 0));
            assertThat(take(first, 1)).hasSize(1);
            try (var second = store.openStream(null)) {
                assertThat(take(second, 1)).hasSize(1);
                store.publish(event("order-1", 1));
                assertThat(take(second, 1)).hasSize(1);
            }
        }
    }

    @Test
    void whoAskedToBeCalledIsCalledWhenThereIsSomethingNew() {
        AtomicInteger calls = new AtomicInteger();
        try (var stream = store.openStream(null)) {
            stream.setOnAvailableCallback(calls::incrementAndGet);
            await().until(() -> calls.get() > 1); // the tail has started
            int before = calls.get();
            store.publish(event("order-1", 0));
            await().until(() -> calls.get() > before && stream.hasNextAvailable());
        }
    }

    @Test
    void anAppendLeftOpenDelaysReadersAndTheDelayIsMeasured() throws Exception {
        try (var open = new WriterSession(database);
                var stream = store.openStream(null)) {
            store.publish(event("order-1", 0));
            assertThat(take(stream, 1)).hasSize(1);
            open.append("open", 0);
            store.publish(event("order-1", 1));
            await().until(() -> waitedMillis.get() > 200);
            assertThat(stream.hasNextAvailable()).isFalse();
            open.commit();
            assertThat(positions(take(stream, 2))).containsExactly(2L, 3L);
        }
    }

    @Test
    void anAppendThatWasOpenAtTheStartDelaysReadersAndTheDelayIsMeasured() throws Exception {
        try (var open = new WriterSession(database)) {
            open.append("open", 0);
            store.publish(event("order-1", 0));
            try (var stream = store.openStream(null)) {
                await().until(() -> waitedMillis.get() > 200);
                assertThat(stream.hasNextAvailable()).isFalse();
                open.commit();
                assertThat(positions(take(stream, 2))).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void lostSessionsAreOpenedAgain() throws InterruptedException {
        try (var stream = store.openStream(null)) {
            store.publish(event("order-1", 0));
            take(stream, 1);
            database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader' AND datname ="
                            + " current_database()");
            store.publish(event("order-1", 1));
            assertThat(positions(take(stream, 1))).containsExactly(2L);
        }
    }

    @Test
    void theStoreStopsWithoutDelay() throws InterruptedException {
        var stream = store.openStream(null);
        store.publish(event("order-1", 0));
        take(stream, 1);
        long start = System.nanoTime();
        store.shutDown();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isFalse();
    }

    private void storeMany() {
        database.execute(
                "INSERT INTO events.event (stream, stream_position, event_id, type, occurred_at, metadata, payload)"
                        + " SELECT 'many-' || n, 0, gen_random_uuid(), '" + EventStoreFixture.Noted.class.getName()
                        + "', now(), '{}', ('{\"text\":\"' || n || '\"}')::json FROM generate_series(1, "
                        + MORE_THAN_THE_BUFFER_HOLDS + ") n");
    }

    private static List<Long> positions(List<TrackedEventMessage<?>> messages) {
        return messages.stream()
                .map(message -> ((RecordedEvent) message).position())
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String text(TrackedEventMessage<?> event) {
        return ((EventStoreFixture.Noted) event.getPayload()).text();
    }
}
