package dev.troupe.kit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final int PER_SECOND = 10_000;
    private static final int PAGE = 2_000;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void stepsAreSpreadEvenlyOverASecond() {
        Pace pace = new Pace(PER_SECOND, 0);
        assertThat(pace.step(PAGE)).isEqualTo(250);
        assertThat(pace.after(250, 0)).isEqualTo(Duration.ofMillis(25));
        assertThat(pace.after(250, SECOND / 40)).isEqualTo(Duration.ofMillis(25));
    }

    @Test
    void theRateIsReachedThoughStepsAreLate() {
        Pace pace = new Pace(PER_SECOND, 0);
        long now = 0;
        long folded = 0;
        while (now < 10 * SECOND) {
            boolean isLate = folded % 1_000 == 0;
            now += isLate ? SECOND / 20 : SECOND / 200;
            folded += 200;
            now += pace.after(200, now).toNanos();
        }
        assertThat(folded).isBetween(99_000L, 101_000L);
    }

    @Test
    void theRateIsReachedThoughEachStepLetsOthersGoFirstForAsLongAsItMay() {
        Pace pace = new Pace(PER_SECOND, 0);
        long now = 0;
        long folded = 0;
        while (now < 10 * SECOND) {
            now += pace.patience(now).toNanos();
            folded += 250;
            now += SECOND / 200;
            now += pace.after(250, now).toNanos();
        }
        assertThat(folded).isBetween(97_000L, 101_000L);
    }

    @Test
    void whoIsLateLetsNobodyGoFirst() {
        Pace pace = new Pace(PER_SECOND, 0);
        assertThat(pace.patience(0)).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.patience(SECOND / 10)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.patience(SECOND)).isZero();
    }

    @Test
    void whatWasMissedInALongWaitIsNotMadeUpFor() {
        Pace pace = new Pace(PER_SECOND, 0);
        long now = 60 * SECOND;
        int steps = 0;
        while (pace.after(200, now).isZero()) {
            steps++;
        }
        assertThat(steps).isBetween(45, 55);
    }

    @Test
    void aSlowPaceTakesOneEventAtATime() {
        assertThat(new Pace(1, 0).step(PAGE)).isEqualTo(1);
        assertThat(new Pace(1, 0).after(1, 0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void withoutAThrottleNothingWaits() {
        Pace pace = new Pace(0, 0);
        assertThat(pace.step(PAGE)).isEqualTo(PAGE);
        assertThat(pace.after(PAGE, 0)).isZero();
        assertThat(pace.patience(0)).isZero();
    }
}
