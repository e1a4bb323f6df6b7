package dev.troupe.bench.flows;

import java.time.Duration;
import java.util.Iterator;

/** Gives what another iterator gives, until the time is up. */
final class UntilTimeIsUp<T> implements Iterator<T> {

    private final Iterator<? extends T> all;
    private final long end;

    UntilTimeIsUp(Iterator<? extends T> all, Duration time) {
        this.all = all;
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public boolean hasNext() {
        return System.nanoTime() < end && all.hasNext();
    }

    @Override
    public T next() {
        return all.next();
    }
}
