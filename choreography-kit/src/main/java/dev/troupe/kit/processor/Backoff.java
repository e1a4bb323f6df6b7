package dev.troupe.kit.processor;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits longer after each failure, from 20 ms to 2 s, with jitter so that several do not try again together. */
final class Backoff {

    private static final long FIRST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 2_000;

    private int attempts;

    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }

    /** How long to wait now that there was one failure more. */
    Duration next() {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts, 10));
        attempts++;
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
