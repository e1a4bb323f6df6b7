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
    void anEventThatComesAloneHardlyHoldsUpTheNext() {
        gathering.read(1, 0);

        assertThat(gathering.pause(0)).isEqualTo(Duration.ofNanos(250_000).toNanos());
    }

    @Test
    void theMoreCameLatelyTheLongerButNeverLongerThanTenMilliseconds() {
        for (int i = 0; i < 20; i++) {
            gathering.read(1, millis(i * 4));
        }
        assertThat(gathering.pause(millis(80))).isBetween(millis(2), millis(5));

        gathering.read(1_000, millis(80));
        assertThat(gathering.pause(millis(80))).isEqualTo(millis(10));
    }

    @Test
    void whatCameIsForgotten() {
        gathering.read(100, 0);

        assertThat(gathering.pause(millis(1_000))).isLessThan(millis(1));
    }

    private static long millis(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
