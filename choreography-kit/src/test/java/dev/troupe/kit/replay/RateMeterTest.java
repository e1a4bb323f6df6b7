package dev.troupe.kit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final int PAGES = 100;
    private static final int EVENTS = 5_000;
    private static final long PAGE_NANOS = 100_000_000;

    @Test
    void fromTheFirstTenthOnTheTimeThatIsLeftIsKnownThoughTheFirstPagesAreSlow() {
        RateMeter meter = new RateMeter(0);
        long now = 0;
        for (int page = 1; page <= PAGES; page++) {
            now += page <= 3 ? 10 * PAGE_NANOS : PAGE_NANOS;
            long rate = meter.folded(EVENTS, now);
            if (page >= PAGES / 10 && page < PAGES) {
                long left = (PAGES - page) * PAGE_NANOS;
                long expected = (PAGES - page) * EVENTS * 1_000_000_000L / rate;
                assertThat(expected).as("after page %d", page).isCloseTo(left, withinPercentage(20));
            }
        }
    }

    @Test
    void aChangeOfPaceIsNoticed() {
        RateMeter meter = new RateMeter(0);
        long rate = 0;
        for (int page = 1; page <= PAGES; page++) {
            rate = meter.folded(EVENTS, page * PAGE_NANOS);
        }
        assertThat(rate).isEqualTo(50_000);
        for (int page = 1; page <= PAGES; page++) {
            rate = meter.folded(EVENTS / 2, (PAGES + page) * PAGE_NANOS);
        }
        assertThat(rate).isEqualTo(25_000);
    }
}
