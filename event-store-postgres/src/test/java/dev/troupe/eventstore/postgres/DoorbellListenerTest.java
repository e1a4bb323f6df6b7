package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process is woken for a ring that may be about something it waits for, and for no other. */
class DoorbellListenerTest {

    private static final String DULL = "dull";

    private final TestDatabase database = new TestDatabase();
    private final Interest interest = new Interest();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hearsWhatItDoesNotKnowAndNotWhatConcernsNobody() throws Exception {
        interest.learn(new TailEvent(event(DULL)));
        assertThat(heard(saying(DULL), saying(DULL, "new"))).isEqualTo(2);
    }

    @Test
    void waitsForAsLongAsWhoeverIsInterestedCan() throws Exception {
        Duration patience = Duration.ofMillis(200);
        try (Connection session = database.reader().getConnection();
                Connection other = database.reader().getConnection();
                DoorbellListener listener = new DoorbellListener(session, new Silence())) {
            ring(other, "patient");
            long begin = System.nanoTime();
            listener.await(Duration.ofMinutes(1), 0, said -> patience.toNanos());
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);

            // the session counts in whole milliseconds
            assertThat(waited).isBetween(patience.minusMillis(1), Duration.ofSeconds(30));
        }
    }

    @Test
    void waitsNoLongerForThePatientWhenSomebodyIsNot() throws Exception {
        try (Connection session = database.reader().getConnection();
                Connection other = database.reader().getConnection();
                DoorbellListener listener = new DoorbellListener(session, new Silence())) {
            ring(other, "patient");
            ring(other, "urgent");
            long begin = System.nanoTime();
            listener.await(
                    Duration.ofMinutes(1),
                    0,
                    said -> said.equals("urgent") ? 0 : Duration.ofSeconds(50).toNanos());

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void hearsARingThatSaysNothing() throws Exception {
        interest.learn(new TailEvent(event(DULL)));
        assertThat(heard(saying(DULL), "")).isEqualTo(2);
    }

    @Test
    void aRingAboutTooMuchSaysNothing() {
        assertThat(saying("a".repeat(1_000), "b".repeat(1_000))).isEmpty();
    }

    @Test
    void waitsNoLongerThanIsSaidHoweverOftenItRings() throws Exception {
        interest.learn(new TailEvent(event(DULL)));
        try (Connection session = database.reader().getConnection();
                Connection other = database.reader().getConnection();
                DoorbellListener listener = new DoorbellListener(session, new Silence())) {
            FutureTask<Boolean> waiting = waiting(listener, Duration.ofMillis(300));
            Thread.ofPlatform().start(waiting);
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!waiting.isDone() && System.nanoTime() < end) {
                ring(other, DULL);
            }
            assertThat(waiting.isDone()).isTrue();
        }
    }

    @Test
    void whatConcernsNobodyBreaksTheSilenceToo() throws Exception {
        interest.learn(new TailEvent(event(DULL)));
        Silence silence = new Silence();
        try (Connection session = database.reader().getConnection();
                Connection other = database.reader().getConnection();
                DoorbellListener listener = new DoorbellListener(session, silence)) {
            listener.await(Duration.ofMillis(50), 0, said -> Ring.patience(said, interest));
            assertThat(silence.length()).isGreaterThan(Duration.ofMillis(40));
            long before = System.nanoTime();
            ring(other, DULL);
            listener.await(Duration.ofMillis(50), 0, said -> Ring.patience(said, interest));

            assertThat(silence.length()).isLessThan(Duration.ofNanos(System.nanoTime() - before));
        }
    }

    /** How many of the rings it took to wake the listener. */
    private int heard(String... rings) throws Exception {
        try (Connection session = database.reader().getConnection();
                Connection other = database.reader().getConnection();
                DoorbellListener listener = new DoorbellListener(session, new Silence())) {
            FutureTask<Boolean> waiting = waiting(listener, Duration.ofMinutes(1));
            Thread thread = Thread.ofPlatform().start(waiting);
            await().until(() -> thread.getState() == Thread.State.RUNNABLE && isReading(thread));
            int needed = 0;
            for (String ring : List.of(rings)) {
                assertThat(waiting.isDone()).as("woken by ring " + needed).isFalse();
                ring(other, ring);
                needed++;
            }
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
            return needed;
        }
    }

    private FutureTask<Boolean> waiting(DoorbellListener listener, Duration atMost) {
        return new FutureTask<>(() -> {
            listener.await(atMost, 0, said -> Ring.patience(said, interest));
            return true;
        });
    }

    private static boolean isReading(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("getNotifications"));
    }

    private static void ring(Connection connection, String ring) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_notify('%s', '%s')".formatted(Ring.CHANNEL, ring));
        }
    }

    private static String saying(String... types) {
        return new Ring(Set.of(types)).says();
    }

    private static StoredEvent event(String type) {
        return new StoredEvent(
                1,
                "stream",
                0,
                null,
                UUID.randomUUID(),
                type,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                new byte[0],
                new byte[0]);
    }
}
