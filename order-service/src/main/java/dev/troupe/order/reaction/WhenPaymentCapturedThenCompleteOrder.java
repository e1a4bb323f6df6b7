package dev.troupe.order.reaction;

import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.PaymentEvent.PaymentCaptured;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.CompleteOrder;

/** An order that was dispatched and is now paid is complete: money is captured only once the goods have left. */
public final class WhenPaymentCapturedThenCompleteOrder implements Reaction<PaymentCaptured> {

    @Override
    public Then on(PaymentCaptured fact, FactContext context) {
        return Then.command(new CompleteOrder(fact.orderId()));
    }

    /** Nothing can cross it: after the shipment is scheduled nothing cancels. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderCompleted.class).soon();
    }
}
