package dev.troupe.kit.processor;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What can be seen of a segment from outside while it is worked on. */
final class SegmentProgress {

    private final AtomicLong position;
    private final AtomicLong handled = new AtomicLong();
    private volatile @Nullable Retry retry;
    private volatile boolean caughtUp;

    SegmentProgress(long position) {
        this.position = new AtomicLong(position);
    }

    void seen(long newPosition) {
        position.set(newPosition);
    }

    void caughtUp(boolean is) {
        caughtUp = is;
    }

    void handled(int events) {
        handled.addAndGet(events);
    }

    void running() {
        retry = null;
    }

    void retrying(int attempt, String cause, Instant nextTryAt) {
        retry = new Retry(attempt, cause, nextTryAt);
    }

    long position() {
        return position.get();
    }

    /** Whether there was nothing more to read the last time. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    long handled() {
        return handled.get();
    }

    @Nullable
    Retry retry() {
        return retry;
    }

    /**
     * A failure that is being retried.
     *
     * @param attempt which attempt comes next
     * @param cause what went wrong
     * @param nextTryAt when that is
     */
    record Retry(int attempt, String cause, Instant nextTryAt) {}
}
