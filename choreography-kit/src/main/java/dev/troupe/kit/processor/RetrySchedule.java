package dev.troupe.kit.processor;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When an event that failed is tried again by itself: if the failure may pass, after 50 ms and then twice as long each time up to 10 s, each
 * with jitter, ten times in all, which takes some 20 s; otherwise never.
 */
final class RetrySchedule {

    static final int ATTEMPTS = 10;
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 10_000;

    private RetrySchedule() {}

    /**
     * How long to wait.
     *
     * @param attempts how often it was tried, from 1
     * @return null if it is not tried again by itself
     */
    static @Nullable Duration after(int attempts, Throwable failure) {
        if (attempts >= ATTEMPTS || !Failures.mayPass(failure)) {
            return null;
        }
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 10));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
