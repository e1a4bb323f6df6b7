package dev.troupe.notification.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(20, Duration.ofSeconds(1), Duration.ofMinutes(15));

    @Test
    void theWaitDoublesUpToTheLongest() {
        assertThat(schedule.after(0)).contains(Duration.ofSeconds(1));
        assertThat(schedule.after(1)).contains(Duration.ofSeconds(2));
        assertThat(schedule.after(9)).contains(Duration.ofSeconds(512));
        assertThat(schedule.after(10)).contains(Duration.ofMinutes(15));
        assertThat(schedule.after(18)).contains(Duration.ofMinutes(15));
    }

    @Test
    void afterTheLastAttemptThereIsNoNext() {
        assertThat(schedule.after(19)).isEmpty();
        assertThat(new RetrySchedule(1, Duration.ofSeconds(1), Duration.ofMinutes(15)).after(0))
                .isEmpty();
    }
}
