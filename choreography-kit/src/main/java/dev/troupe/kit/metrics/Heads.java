package dev.troupe.kit.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Remembers when the log was how long, so that a lag in positions can be told in seconds. */
final class Heads {

    private static final int KEPT = 1_800;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Deque<Head> seen = new ArrayDeque<>();

    Heads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The log is so long now; one that has not grown is remembered by when it was first so long. */
    void add(long position) {
        if (seen.isEmpty() || seen.getLast().position() < position) {
            seen.addLast(new Head(position, nanoTime.getAsLong()));
        }
        if (seen.size() > KEPT) {
            seen.removeFirst();
        }
    }

    /** For how long the log has been longer than this, as far back as is remembered; 0 if it is not. */
    double secondsSince(long position) {
        for (Head head : seen) {
            if (head.position() > position) {
                return (nanoTime.getAsLong() - head.nanos()) / NANOS;
            }
        }
        return 0;
    }

    private record Head(long position, long nanos) {}
}
