package dev.troupe.demo.orders.play;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Starts orders at a steady rate. Each has its own time counted from the first, so a slow answer delays nothing, and a delay is caught up
 * with instead of lowering the rate.
 */
final class Pace {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final double nanosBetween;
    private final long start = System.nanoTime();
    private long started;

    /** @param ratePerSecond 0 for no pace at all */
    Pace(double ratePerSecond) {
        this.nanosBetween = ratePerSecond == 0 ? 0 : NANOS_PER_SECOND / ratePerSecond;
    }

    void awaitTurn() throws InterruptedException {
        long due = start + (long) (nanosBetween * started++);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
}
