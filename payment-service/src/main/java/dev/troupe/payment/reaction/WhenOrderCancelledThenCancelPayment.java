package dev.troupe.payment.reaction;

import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.PaymentEvent.PaymentCancelled;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.events.PaymentEvent.PaymentVoided;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.domain.PaymentCommand.CancelPayment;
import java.time.Duration;

/** The money of a cancelled order is not asked for, or is let go of, or was declined anyway. */
public final class WhenOrderCancelledThenCancelPayment implements Reaction<OrderCancelled> {

    private final Duration timeOut;

    /**
     * Makes the reaction.
     *
     * @param timeOut how long the provider may be asked; a cancellation in the meantime waits for its answer
     */
    public WhenOrderCancelledThenCancelPayment(Duration timeOut) {
        this.timeOut = timeOut;
    }

    @Override
    public Then on(OrderCancelled fact, FactContext context) {
        return Then.command(new CancelPayment(fact.orderId()));
    }

    /** A decline is an answer to a cancellation too, whichever came first. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentCancelled.class, PaymentVoided.class, PaymentDeclined.class)
                .soonAfter(timeOut);
    }
}
