package dev.troupe.demo.orders.play;

import dev.troupe.demo.orders.IncomingOrder;

/** Is told what order-service has promised, before it counts; by many threads at once. */
public interface OrderListener {

    /** Takes note of nothing. */
    OrderListener NOBODY = new OrderListener() {};

    /** The order was accepted, or had been before; may be told again. */
    default void accepted(IncomingOrder order) {}

    /** The customer's cancellation was accepted. */
    default void cancelled(IncomingOrder order) {}
}
