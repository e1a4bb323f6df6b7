package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrashTest {

    private static final int CRASHES = 20;
    private static final int WRITERS = 6;

    private final TestDatabase database = new TestDatabase();
    private final PostgresEventStore store = aStoreOn(database).build();
    private final PostgresEventStore otherProcess = aStoreOn(database).build();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void close() {
        store.shutDown();
        otherProcess.shutDown();
        database.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesCrashesAndReadersGoOnByThemselves() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                BlockingStream<TrackedEventMessage<?>> stream = otherProcess.openStream(null)) {
            for (int i = 0; i < WRITERS; i++) {
                String name = "writer-" + i;
                threads.execute(() -> appendUntilEnough(name));
            }
            for (int i = 0; i < CRASHES; i++) {
                int before = acknowledged.size();
                await().until(() -> acknowledged.size() > before + 50);
                database.crash();
            }
            enough.set(true);
            threads.shutdown();
            threads.awaitTermination(20, TimeUnit.SECONDS);
            List<String> stored = new EventReader(database.reader())
                    .stream(0, Long.MAX_VALUE)
                            .map(event -> event.eventId().toString())
                            .toList();

            assertThat(stored).containsAll(acknowledged);
            assertThat(EventStoreFixture.take(stream, stored.size()).stream().map(EventMessage::getIdentifier))
                    .containsExactlyElementsOf(stored);
        }
    }

    @Test
    void positionsDrawnAgainAfterACrashAreDelivered() throws Exception {
        new TailScenarios(database, () -> new LockResolvedTail(0, 100, EventStoreMetrics.NONE, AppenderLook::at))
                .positionsDrawnAgainAfterACrashAreDelivered();
    }

    @Test
    void markingUpToTheHeadSkipsAfterACrash() {
        assertThatThrownBy(() -> new TailScenarios(database, MutantTails::marksUpToTheHead)
                        .positionsDrawnAgainAfterACrashAreDelivered())
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("this shows nothing");
    }

    private void appendUntilEnough(String stream) {
        while (!enough.get()) {
            try {
                long next = store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
                EventMessage<?> event = EventStoreFixture.event(stream, next);
                store.publish(event);
                acknowledged.add(event.getIdentifier());
            } catch (RuntimeException crashed) {
                Thread.onSpinWait();
            }
        }
    }
}
