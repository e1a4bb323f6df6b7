package dev.troupe.bench.flows;

import dev.troupe.demo.input.Input;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.events.OrderId;
import java.util.NoSuchElementException;

/**
 * The orders of an input again and again, each time under other ids, so that a file is never played to its end while something is measured
 * and none of them was there before.
 */
final class EndlessOrders implements Input.Orders {

    private final Input input;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private Input.Orders orders;
    private int round;

    EndlessOrders(Input input) {
        this.input = input;
        this.orders = input.open();
    }

    @Override
    public boolean hasNext() {
        if (!orders.hasNext()) {
            orders.close();
            orders = input.open();
            round++;
        }
        return orders.hasNext();
    }

    @Override
    public IncomingOrder next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no orders in the input");
        }
        IncomingOrder order = orders.next();
        return order.withId(new OrderId("%s-%s-%d".formatted(order.orderId().value(), run, round)));
    }

    @Override
    public void close() {
        orders.close();
    }
}
