package dev.troupe.payment.reaction;

import dev.troupe.events.PaymentEvent.PaymentRefundStarted;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.job.RefundAtProvider;
import java.time.Duration;

/** The provider is told to return the money of a refund until it has. */
public final class WhenPaymentRefundStartedThenRefundAtProvider implements Reaction<PaymentRefundStarted> {

    @Override
    public Then on(PaymentRefundStarted fact, FactContext context) {
        return Then.job(
                RefundAtProvider.class,
                fact.orderId().paymentStream() + "/" + fact.refundId(),
                new RefundAtProvider.Refund(fact.orderId(), fact.refundId(), fact.amount()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentRefunded.class).within(Duration.ofSeconds(60));
    }
}
