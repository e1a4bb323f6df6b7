package dev.troupe.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadsTest {

    private long now;
    private final Heads heads = new Heads(() -> now);

    @Test
    void whoHasSeenAllIsNotBehind() {
        at(0, 10);
        assertThat(heads.secondsSince(10)).isZero();
        assertThat(heads.secondsSince(11)).isZero();
    }

    @Test
    void whoHasNotIsBehindSinceTheFirstPositionItHasNotSeen() {
        at(0, 10);
        at(2, 20);
        at(4, 30);
        at(9, 30);
        assertThat(heads.secondsSince(30)).isZero();
        assertThat(heads.secondsSince(20)).isEqualTo(5);
        assertThat(heads.secondsSince(15)).isEqualTo(7);
        assertThat(heads.secondsSince(0)).isEqualTo(9);
    }

    @Test
    void whatIsLongAgoIsToldAsFarBackAsIsRemembered() {
        for (int second = 0; second < 2_000; second++) {
            at(second, second + 1);
        }
        assertThat(heads.secondsSince(0)).isEqualTo(1_799);
    }

    private void at(long second, long head) {
        now = Duration.ofSeconds(second).toNanos();
        heads.add(head);
    }
}
