package dev.troupe.order.reaction;

import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.time.Duration;

/** A placed order is looked at again when it should have been confirmed, so that none waits for ever. */
public final class WhenOrderPlacedThenRemindOfTimeOut implements Reaction<OrderPlaced> {

    private final Duration timeOut;

    /**
     * Makes the reaction.
     *
     * @param timeOut how long an order may stay unconfirmed; longer than payment's time-out and shorter than the reservation's
     */
    public WhenOrderPlacedThenRemindOfTimeOut(Duration timeOut) {
        this.timeOut = timeOut;
    }

    @Override
    public Then on(OrderPlaced fact, FactContext context) {
        return Then.deadline(
                OrderTimeOut.class, fact.orderId().value(), new OrderTimeOut.Unconfirmed(fact.orderId()), timeOut);
    }

    /** Whatever happens first, the order is confirmed or cancelled once its time is up. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderConfirmed.class, OrderCancelled.class).soonAfter(timeOut);
    }
}
