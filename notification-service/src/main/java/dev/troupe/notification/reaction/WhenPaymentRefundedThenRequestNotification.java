package dev.troupe.notification.reaction;

import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;

/** The customer is told that money is on its way back; an order may have several refunds, each with a mail of its own. */
public final class WhenPaymentRefundedThenRequestNotification implements Reaction<PaymentRefunded> {

    @Override
    public Then on(PaymentRefunded fact, FactContext context) {
        return Then.command(RequestNotification.refunded(fact.orderId(), fact.refundId(), fact.amount()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(NotificationRequested.class).soon();
    }
}
