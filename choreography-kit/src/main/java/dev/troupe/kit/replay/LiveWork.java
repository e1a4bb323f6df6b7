package dev.troupe.kit.replay;

import java.time.Duration;
import java.util.function.Supplier;

/** What goes on in all services while a projection is rebuilt, and goes first. */
final class LiveWork {

    /** The events of a flow follow one another within milliseconds; after a longer silence there is none under way. */
    private static final Duration BETWEEN_FLOWS = Duration.ofMillis(6);

    private final Supplier<Duration> silence;

    /**
     * Knows of it by what is appended.
     *
     * @param silence how long ago that was the last time
     */
    LiveWork(Supplier<Duration> silence) {
        this.silence = silence;
    }

    /** Waits until no flow is under way, but no longer than this. */
    void letGoFirst(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Duration missing = missing();
        while (missing.isPositive() && System.nanoTime() < end) {
            Thread.sleep(missing);
            missing = missing();
        }
    }

    /** How much longer it must be silent. */
    private Duration missing() {
        Duration silent = silence.get();
        return silent.compareTo(BETWEEN_FLOWS) < 0 ? BETWEEN_FLOWS.minus(silent) : Duration.ZERO;
    }
}
