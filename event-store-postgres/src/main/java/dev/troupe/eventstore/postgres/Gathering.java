package dev.troupe.eventstore.postgres;

import java.time.Duration;

/**
 * How long events may gather before they are read: the longer the more of them lately came in the company of others, since what is read together
 * costs one read. When they come one by one, each may be what somebody waits for before doing the next step, and nobody waits in vain for company.
 */
final class Gathering {

    private static final double LATELY = Duration.ofMillis(100).toNanos();
    /** So many come together by chance, or in one commit. */
    private static final int FEW = 4;

    private static final double FOR_EACH_COMPANION = Duration.ofMillis(1).toNanos();
    private static final long AT_MOST = Duration.ofMillis(20).toNanos();

    private double companions;
    private long since;

    /** Begins now, with nothing read; moments are in {@link System#nanoTime}. */
    Gathering(long now) {
        since = now;
    }

    /** Notes how many events that somebody waits for were just read together. */
    void read(int events, long now) {
        companions = companionsAt(now) + Math.max(0, events - 1);
        since = now;
    }

    /** How many nanoseconds are to lie between the last read and the next. */
    long pause(long now) {
        return Math.min(AT_MOST, (long) (Math.max(0, companionsAt(now) - FEW) * FOR_EACH_COMPANION));
    }

    private double companionsAt(long now) {
        return companions * Math.exp(-(now - since) / LATELY);
    }
}
