package dev.troupe.demo.chaos;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StableHash;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Customers who order when it is their turn; some press the button twice. */
final class Customers implements Iterator<IncomingOrder> {

    private static final int ONE_IN = 12;

    private final Iterator<IncomingOrder> orders;
    private final Gate gate;
    private int number;
    private @Nullable IncomingOrder again;

    Customers(Iterator<IncomingOrder> orders, Gate gate) {
        this.orders = orders;
        this.gate = gate;
    }

    @Override
    public boolean hasNext() {
        return again != null || orders.hasNext();
    }

    @Override
    public IncomingOrder next() {
        IncomingOrder repeated = again;
        if (repeated != null) {
            again = null;
            return repeated;
        }
        try {
            gate.pass(++number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the orders are no longer wanted", e);
        }
        IncomingOrder order = orders.next();
        again = StableHash.of("again " + order.orderId(), ONE_IN) == 0 ? order : null;
        return order;
    }
}
