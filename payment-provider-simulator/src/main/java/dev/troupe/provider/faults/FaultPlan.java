package dev.troupe.provider.faults;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Decides what goes wrong, from the faults ordered last. */
public final class FaultPlan {

    private record Order(Faults faults, Set<String> declineKeys, AtomicLong requests) {

        Order(Faults faults) {
            this(faults, Set.copyOf(faults.declineKeys()), new AtomicLong());
        }
    }

    private volatile Order order;

    /** Begins with the given faults. */
    public FaultPlan(Faults faults) {
        this.order = new Order(faults);
    }

    /** The faults ordered last. */
    public Faults faults() {
        return order.faults();
    }

    /** Replaces all faults, and begins the sequence of chance anew. */
    public void order(Faults faults) {
        order = new Order(faults);
    }

    /** Whether a key is declined by rule; the same for every request with that key. */
    public boolean declines(String key) {
        Order current = order;
        Faults faults = current.faults();
        return current.declineKeys().contains(key)
                || faults.declinePercent().hits(Dice.roll(faults.seed(), "decline", key));
    }

    /** What goes wrong with the next request; each request decides anew, so that a retry can succeed. */
    public Mishap next() {
        Order current = order;
        return Mishap.of(current.faults(), current.requests().getAndIncrement());
    }
}
