package dev.troupe.payment.reaction;

import dev.troupe.events.Money;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.PaymentEvent.PaymentCancelled;
import dev.troupe.events.PaymentEvent.PaymentRequested;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.domain.PaymentCommand.RequestPayment;

/** A placed order says how much is to be paid; the money is not asked for before the goods are reserved. */
public final class WhenOrderPlacedThenRequestPayment implements Reaction<OrderPlaced> {

    @Override
    public Then on(OrderPlaced fact, FactContext context) {
        return Then.command(new RequestPayment(fact.orderId(), new Money(fact.totalMinor(), fact.currency())));
    }

    /** A cancellation that was seen first leaves nothing to request. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentRequested.class, PaymentCancelled.class).soon();
    }
}
