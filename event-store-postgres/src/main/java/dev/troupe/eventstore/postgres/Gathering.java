package dev.troupe.eventstore.postgres;

import java.time.Duration;

/**
 * How long events may gather before they are read: the longer the more of them came lately, since what is read together costs one read, and
 * not at all when they come alone.
 */
final class Gathering {

    private static final double LATELY = Duration.ofMillis(100).toNanos();
    private static final double FOR_EACH_EVENT = Duration.ofNanos(250_000).toNanos();
    private static final long AT_MOST = Duration.ofMillis(10).toNanos();

    private double recent;
    private long since;

    /** Begins now, with nothing read; moments are in {@link System#nanoTime}. */
    Gathering(long now) {
        since = now;
    }

    /** Notes how many events were just read. */
    void read(int events, long now) {
        recent = recentAt(now) + events;
        since = now;
    }

    /** How many nanoseconds are to lie between the last read and the next. */
    long pause(long now) {
        return Math.min(AT_MOST, (long) (recentAt(now) * FOR_EACH_EVENT));
    }

    private double recentAt(long now) {
        return recent * Math.exp(-(now - since) / LATELY);
    }
}
