package dev.troupe.kit.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures how fast a rebuild goes. It looks back over the last quarter of the time: long enough to be steady, short enough to forget that the
 * first pages were slow.
 */
final class RateMeter {

    private static final long AT_LEAST_NANOS = Duration.ofMillis(500).toNanos();

    private final Deque<Reading> readings = new ArrayDeque<>();
    private final long began;
    private long total;

    RateMeter(long nanos) {
        began = nanos;
        readings.add(new Reading(nanos, 0));
    }

    /** Notes that events were folded by now; how many are folded in a second. */
    long folded(int events, long nanos) {
        total += events;
        readings.addLast(new Reading(nanos, total));
        long window = Math.max(AT_LEAST_NANOS, (nanos - began) / 4);
        while (readings.size() > 2 && nanos - readings.getFirst().nanos > window) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        return (total - first.events) * 1_000_000_000L / Math.max(1, nanos - first.nanos);
    }

    private record Reading(long nanos, long events) {}
}
