package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering gathering = new Gathering(0);

    @Test
    void nobodyWaitsWhenNothingCame() {
        assertThat(gathering.pause(millis(5))).isZero();
    }

    @Test
    void nobodyWaitsForCompanyThatNeverCameHoweverOftenOneCameAlone() {
        for (int i = 0; i < 100; i++) {
            gathering.read(1, millis(i));
            assertThat(gathering.pause(millis(i))).isZero();
        }
    }

    @Test
    void theMoreCameTogetherTheLongerButNeverLongerThanTwentyMilliseconds() {
        for (int i = 0; i < 100; i++) {
            gathering.read(3, millis(i * 10));
        }
        assertThat(gathering.pause(millis(1_000))).isBetween(millis(10), millis(19));

        gathering.read(1_000, millis(1_000));
        assertThat(gathering.pause(millis(1_000))).isEqualTo(millis(20));
    }

    @Test
    void whatCameIsForgotten() {
        gathering.read(40, 0);

        assertThat(gathering.pause(0)).isGreaterThan(millis(5));
        assertThat(gathering.pause(millis(300))).isZero();
    }

    private static long millis(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
