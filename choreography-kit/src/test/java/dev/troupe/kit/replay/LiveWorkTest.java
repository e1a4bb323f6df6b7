package dev.troupe.kit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LiveWorkTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Queue<Duration> silences = new ArrayDeque<>();
    private final LiveWork liveWork = new LiveWork(silences::remove);

    @Test
    void goesFirstUntilItIsSilent() throws Exception {
        silences.addAll(List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(1)));
        liveWork.letGoFirst(LONG);
        assertThat(silences).isEmpty();
    }

    @Test
    void nobodyWaitsWhereItIsSilent() throws Exception {
        silences.addAll(List.of(Duration.ofSeconds(1), Duration.ZERO));
        liveWork.letGoFirst(LONG);
        assertThat(silences).containsExactly(Duration.ZERO);
    }

    @Test
    void nobodyWaitsWhereNothingIsKnownOfIt() throws Exception {
        silences.add(ChronoUnit.FOREVER.getDuration());
        liveWork.letGoFirst(LONG);
        assertThat(silences).isEmpty();
    }

    @Test
    void goesFirstForNoLongerThanPatienceLasts() throws Exception {
        long begin = System.nanoTime();
        new LiveWork(() -> Duration.ZERO).letGoFirst(Duration.ofMillis(50));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(50), LONG);
    }

    @Test
    void nobodyWaitsWithoutPatience() throws Exception {
        silences.add(Duration.ZERO);
        liveWork.letGoFirst(Duration.ZERO);
        assertThat(silences).isEmpty();
    }
}
