package dev.troupe.order.reaction;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.DeclineReason;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.CancelOrder;

/** An order that will not be paid for is cancelled. */
public final class WhenPaymentDeclinedThenCancelOrder implements Reaction<PaymentDeclined> {

    @Override
    public Then on(PaymentDeclined fact, FactContext context) {
        return Then.command(new CancelOrder(fact.orderId(), reasonFor(fact.reason())));
    }

    private static CancellationReason reasonFor(DeclineReason reason) {
        return switch (reason) {
            case REFUSED -> CancellationReason.DECLINED;
            case TIMED_OUT -> CancellationReason.TIMED_OUT;
        };
    }

    /** The decline may itself be payment's answer to an earlier cancellation. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderCancelled.class).soon();
    }
}
