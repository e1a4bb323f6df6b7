package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the streams share is bounded by number and by size, and whoever lags further than that is told to read the database. */
class TailBufferTest {

    private static final int HEADROOM = 1_000_000;

    @Test
    void keepsTheNewestOfThemByNumber() {
        TailBuffer buffer = following(new TailBuffer(3, HEADROOM));
        for (int position = 1; position <= 5; position++) {
            buffer.add(List.of(event(position, 10)));
        }

        assertThat(buffer.after(1, 10)).isNull();
        assertThat(positions(buffer, 2)).containsExactly(3L, 4L, 5L);
        assertThat(positions(buffer, 4)).containsExactly(5L);
        assertThat(positions(buffer, 5)).isEmpty();
    }

    @Test
    void keepsFewerIfTheyAreLarge() {
        TailBuffer buffer = following(new TailBuffer(100, 250));
        buffer.add(List.of(event(1, 100), event(2, 100), event(3, 100)));

        assertThat(buffer.after(0, 10)).isNull();
        assertThat(positions(buffer, 1)).containsExactly(2L, 3L);

        buffer.add(List.of(event(7, 200)));
        assertThat(buffer.after(2, 10)).isNull();
        assertThat(positions(buffer, 3)).containsExactly(7L);
    }

    @Test
    void keepsTheNewestHoweverLargeItIs() {
        TailBuffer buffer = following(new TailBuffer(100, 250));
        buffer.add(List.of(event(1, 100), event(2, 1_000)));

        assertThat(positions(buffer, 1)).containsExactly(2L);

        buffer.add(List.of(event(3, 100)));
        assertThat(buffer.after(1, 10)).isNull();
        assertThat(positions(buffer, 2)).containsExactly(3L);
    }

    @Test
    void wakesAReaderForWhatConcernsIt() throws Exception {
        TailBuffer buffer = following(new TailBuffer(10, HEADROOM));
        List<Long> askedAbout = new CopyOnWriteArrayList<>();
        Predicate<TailEvent> third = event -> askedAbout.add(event.position()) && event.position() == 3;
        FutureTask<Long> reader = new FutureTask<>(() -> buffer.await(0, third, TimeUnit.MINUTES.toNanos(1)));
        Thread thread = Thread.ofPlatform().start(reader);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        buffer.add(List.of(event(1, 10)));
        buffer.add(List.of(event(2, 10)));
        assertThat(reader.isDone()).isFalse();
        buffer.add(List.of(event(3, 10), event(4, 10)));

        assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
        assertThat(askedAbout).containsExactly(1L, 2L, 3L);
        assertThat(positions(buffer, 0)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void nobodyWaitsForWhatIsThere() throws Exception {
        TailBuffer buffer = following(new TailBuffer(10, HEADROOM));
        buffer.add(List.of(event(1, 10)));

        assertThat(buffer.await(0, any -> false, TimeUnit.DAYS.toNanos(1))).isEqualTo(TimeUnit.DAYS.toNanos(1));
    }

    @Test
    void wakesEveryReaderWhenItIsClosed() throws Exception {
        TailBuffer buffer = following(new TailBuffer(10, HEADROOM));
        FutureTask<Long> reader = new FutureTask<>(() -> buffer.await(0, any -> false, TimeUnit.MINUTES.toNanos(1)));
        Thread thread = Thread.ofPlatform().start(reader);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        buffer.close();

        assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
    }

    private static TailBuffer following(TailBuffer buffer) {
        buffer.startAt(0);
        return buffer;
    }

    private static List<Long> positions(TailBuffer buffer, long after) {
        return Objects.requireNonNull(buffer.after(after, 10)).stream()
                .map(TailEvent::position)
                .toList();
    }

    private static StoredEvent event(long position, int bytes) {
        return new StoredEvent(
                position,
                "stream",
                position,
                null,
                UUID.randomUUID(),
                "type",
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                new byte[0],
                new byte[bytes]);
    }
}
