package dev.troupe.payment.reaction;

import dev.troupe.events.PaymentEvent.PaymentVoidStarted;
import dev.troupe.events.PaymentEvent.PaymentVoided;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.job.VoidAtProvider;
import java.time.Duration;

/** The provider is told to let go of the money of a cancelled order until it has. */
public final class WhenPaymentVoidStartedThenVoidAtProvider implements Reaction<PaymentVoidStarted> {

    @Override
    public Then on(PaymentVoidStarted fact, FactContext context) {
        return Then.job(VoidAtProvider.class, fact.orderId().paymentStream(), new VoidAtProvider.Held(fact.orderId()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentVoided.class).within(Duration.ofSeconds(60));
    }
}
