package dev.troupe.notification.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a mail is tried, and how long it waits in between: twice as long each time.
 *
 * @param attempts how often at most, the first time included
 * @param first how long to wait after the first attempt
 * @param longest how long to wait at most
 */
public record RetrySchedule(int attempts, Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    public RetrySchedule {
        if (attempts < 1) {
            throw new IllegalArgumentException("a mail must be tried at least once, not " + attempts + " times");
        }
    }

    /**
     * How long to wait after an attempt has failed.
     *
     * @param attempt which one, counted from 0
     * @return nothing if it was the last
     */
    public Optional<Duration> after(int attempt) {
        if (attempt + 1 >= attempts) {
            return Optional.empty();
        }
        Duration wait = first.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        return Optional.of(wait.compareTo(longest) > 0 ? longest : wait);
    }
}
