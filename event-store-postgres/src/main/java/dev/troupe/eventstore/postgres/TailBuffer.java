package dev.troupe.eventstore.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest settled events, which all streams of a process share: so many at most, and of large ones fewer, so that what they hold does not
 * depend on who wrote them.
 */
final class TailBuffer {

    private static final long NOT_STARTED = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiting> waiting = new ArrayList<>();
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
            wakeAll();
        });
    }

    /** Takes the next settled events and wakes whom they concern; returns what they have become here. */
    List<TailEvent> add(List<StoredEvent> events) {
        List<TailEvent> added = events.stream().map(TailEvent::new).toList();
        locked(() -> added.forEach(event -> {
            makeRoom(event.bytes());
            ring[slot(written++)] = event;
            bytes += event.bytes();
            settled = event.position();
            waiting.forEach(waiter -> waiter.added(event));
        }));
        return added;
    }

    /** No more can be delivered, and this is why; every reader is told. */
    void fail(RuntimeException reason) {
        locked(() -> {
            failure = reason;
            wakeAll();
        });
    }

    void close() {
        locked(() -> {
            closed = true;
            wakeAll();
        });
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

    /**
     * Waits until something concerning the reader comes after the position, this is closed, or the time is up; not if there is anything already.
     * Returns the nanoseconds left.
     */
    long await(long position, Predicate<TailEvent> concerns, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (settled > position || failure != null || closed) {
                return nanos;
            }
            Waiting waiter = new Waiting(concerns, lock.newCondition());
            waiting.add(waiter);
            try {
                return waiter.await(nanos);
            } finally {
                waiting.remove(waiter);
            }
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

    private void wakeAll() {
        waiting.forEach(Waiting::wake);
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
        } finally {
            lock.unlock();
        }
    }

    /** A reader that waits, and what for. */
    private static final class Waiting {

        private final Predicate<TailEvent> concerns;
        private final Condition news;
        private boolean woken;

        Waiting(Predicate<TailEvent> concerns, Condition news) {
            this.concerns = concerns;
            this.news = news;
        }

        void added(TailEvent event) {
            if (!woken && concerns.test(event)) {
                wake();
            }
        }

        void wake() {
            woken = true;
            news.signal();
        }

        long await(long nanos) throws InterruptedException {
            long left = nanos;
            while (!woken && left > 0) {
                left = news.awaitNanos(left);
            }
            return left;
        }
    }
}
