package dev.troupe.order.reaction;

import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.PaymentEvent.PaymentAuthorized;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;

/** An order that is paid for is confirmed: payment asks for the money only once the goods are reserved. */
public final class WhenPaymentAuthorizedThenConfirmOrder implements Reaction<PaymentAuthorized> {

    @Override
    public Then on(PaymentAuthorized fact, FactContext context) {
        return Then.command(new ConfirmOrder(fact.orderId()));
    }

    /** A cancellation that crossed the authorization stays; payment then gives the money back. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderConfirmed.class, OrderCancelled.class).soon();
    }
}
