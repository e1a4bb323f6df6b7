package dev.troupe.bench.flows;

import dev.troupe.demo.orders.IncomingOrder;
import java.sql.SQLException;
import java.util.Iterator;

/**
 * Gives out orders so that about the same number of them is always open: always more than can be worked on at once, and never more than before, for then
 * what is measured would be how fast orders are taken, not how fast they are completed.
 */
final class FullQueue implements Iterator<IncomingOrder> {

    private static final int OPEN = 250;

    private final Iterator<IncomingOrder> orders;
    private final FlowLog log;
    private final long since;
    private long given;
    private long mayBeGiven = OPEN;

    /** Counts as open what is placed from now on and neither completed nor cancelled. */
    FullQueue(Iterator<IncomingOrder> orders, FlowLog log) throws SQLException {
        this.orders = orders;
        this.log = log;
        this.since = log.head();
    }

    @Override
    public boolean hasNext() {
        return orders.hasNext();
    }

    /** Waits until there is room; an {@link IllegalStateException} if orders are not completed any more. */
    @Override
    public IncomingOrder next() {
        try {
            Players.await("there is room for another open order", this::hasRoom);
        } catch (SQLException e) {
            throw new IllegalStateException("The open orders cannot be counted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the queue was full", e);
        }
        given++;
        return orders.next();
    }

    /** Counts only when as many have been given out as could be at the last count. */
    private boolean hasRoom() throws SQLException {
        if (given == mayBeGiven) {
            mayBeGiven = OPEN + log.endedSince(since);
        }
        return given < mayBeGiven;
    }
}
