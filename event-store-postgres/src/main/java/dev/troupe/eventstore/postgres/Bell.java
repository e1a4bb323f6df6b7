package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one thread; rung often, it wakes it once, and not again before a moment has passed. */
final class Bell {

    /** What happens within it costs one wake-up instead of many. An event that comes alone does not wait. */
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean ringing;
    private long lastWoken = System.nanoTime() - MOMENT;

    void ring() {
        lock.lock();
        try {
            if (!ringing) {
                ringing = true;
                rung.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the bell has been rung since the last time, or the time is up. */
    void await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!ringing && left > 0) {
                left = rung.awaitNanos(left);
            }
            long tooEarly = lastWoken + MOMENT - System.nanoTime();
            while (tooEarly > 0) {
                tooEarly = rung.awaitNanos(tooEarly);
            }
            ringing = false;
            lastWoken = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }
}
