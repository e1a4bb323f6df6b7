package dev.troupe.bench.flows;

import dev.troupe.demo.orders.IncomingOrder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * Gives out orders so that about the same number of them is always open: always more than can be worked on at once, and never more than before, for then
 * what is measured would be how fast orders are taken, not how fast they are completed.
 */
final class FullQueue implements Iterator<IncomingOrder> {

    private static final int OPEN = 250;
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(250);

    private final Iterator<IncomingOrder> orders;
    private final FlowLog log;
    private final long since;
    private long given;
    private long mayBeGiven = OPEN;

    /** Counts as open what is placed from now on and not completed. */
    FullQueue(Iterator<IncomingOrder> orders, FlowLog log) throws SQLException {
        this.orders = orders;
        this.log = log;
        this.since = log.head();
    }

    @Override
    public boolean hasNext() {
        return orders.hasNext();
    }

    @Override
    public IncomingOrder next() {
        try {
            while (given == mayBeGiven) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_COUNTS.toNanos());
                mayBeGiven = OPEN + log.completedSince(since);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The completed orders cannot be counted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the queue was full", e);
        }
        given++;
        return orders.next();
    }
}
