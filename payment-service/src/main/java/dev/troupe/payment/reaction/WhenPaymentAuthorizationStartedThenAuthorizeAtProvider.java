package dev.troupe.payment.reaction;

import dev.troupe.events.PaymentEvent.PaymentAuthorizationStarted;
import dev.troupe.events.PaymentEvent.PaymentAuthorized;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.job.AuthorizeAtProvider;
import java.time.Duration;

/** Only after it is on record that the provider may be asked, it is asked. */
public final class WhenPaymentAuthorizationStartedThenAuthorizeAtProvider
        implements Reaction<PaymentAuthorizationStarted> {

    private final Duration timeOut;

    /**
     * Makes the reaction.
     *
     * @param timeOut how long the provider may be asked
     */
    public WhenPaymentAuthorizationStartedThenAuthorizeAtProvider(Duration timeOut) {
        this.timeOut = timeOut;
    }

    @Override
    public Then on(PaymentAuthorizationStarted fact, FactContext context) {
        return Then.job(
                AuthorizeAtProvider.class,
                fact.orderId().paymentStream(),
                new AuthorizeAtProvider.Charge(fact.orderId(), fact.amount()));
    }

    /** A cancellation in between does not replace the provider's answer. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentAuthorized.class, PaymentDeclined.class).soonAfter(timeOut);
    }
}
