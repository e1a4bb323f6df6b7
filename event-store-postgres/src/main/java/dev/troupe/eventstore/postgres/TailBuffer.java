package dev.troupe.eventstore.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest settled events, which all streams of a process share: so many at most, and of large ones fewer, so that what they hold does not
 * depend on who wrote them.
 */
final class TailBuffer {

    private static final long NOT_STARTED = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final TailEvent[] ring;
    private final long mostBytes;
    private long bytes;
    private long oldest;
    private long written;
    private long floor = NOT_STARTED;
    private long settled;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /**
     * An empty one.
     *
     * @param mostBytes of metadata and payload, as they are stored
     */
    TailBuffer(int capacity, long mostBytes) {
        ring = new TailEvent[capacity];
        this.mostBytes = mostBytes;
    }

    /** From now on every event after this position passes through here. */
    void startAt(long position) {
        locked(() -> {
            floor = position;
            settled = position;
        });
    }

    /** Takes the next settled events and wakes who waits for them. */
    void add(List<StoredEvent> events) {
        locked(() -> {
            for (StoredEvent event : events) {
                TailEvent added = new TailEvent(event);
                makeRoom(added.bytes());
                ring[slot(written++)] = added;
                bytes += added.bytes();
                settled = event.position();
            }
        });
    }

    /** No more can be delivered, and this is why; every reader is told. */
    void fail(RuntimeException reason) {
        locked(() -> failure = reason);
    }

    void close() {
        locked(() -> closed = true);
    }

    /** The next events after a position, at most so many; null if some of them have left the buffer already. */
    @Nullable
    List<TailEvent> after(long position, int max) {
        lock.lock();
        try {
            throwIfFailed();
            return position < floor ? null : copy(firstAfter(position), max);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something after the position, this is closed, or the time is up; returns the nanoseconds left. */
    long await(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (settled <= position && failure == null && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The newest is kept however large it is. */
    private void makeRoom(long wanted) {
        while (oldest < written && (written - oldest == ring.length || bytes + wanted > mostBytes)) {
            int slot = slot(oldest++);
            floor = ring[slot].position();
            bytes -= ring[slot].bytes();
            ring[slot] = null;
        }
    }

    private int slot(long index) {
        return (int) (index % ring.length);
    }

    private List<TailEvent> copy(long from, int max) {
        long to = Math.min(written, from + max);
        List<TailEvent> events = new ArrayList<>((int) (to - from));
        for (long i = from; i < to; i++) {
            events.add(ring[slot(i)]);
        }
        return events;
    }

    private long firstAfter(long position) {
        long low = oldest;
        long high = written;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (ring[slot(middle)].position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
