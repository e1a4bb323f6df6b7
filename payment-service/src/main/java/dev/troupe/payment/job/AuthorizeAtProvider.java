package dev.troupe.payment.job;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.payment.domain.PaymentCommand.RecordAuthorization;
import dev.troupe.payment.domain.PaymentCommand.RecordDecline;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderAuthorization;
import dev.troupe.payment.provider.ProviderRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks the provider for the money of an order, and never guesses what it answered. When time is up it does not assume that nothing was
 * charged either: it closes the key, and only if the provider then says that nothing was held under it is the payment declined. As long
 * as the provider cannot be reached nothing is decided.
 */
public final class AuthorizeAtProvider implements Job<AuthorizeAtProvider.Charge> {

    private final PaymentProvider provider;
    private final Duration timeOut;
    private final InstantSource clock;

    /**
     * Makes the job.
     *
     * @param timeOut how long after the request was recorded the provider may still be asked for the money
     */
    public AuthorizeAtProvider(PaymentProvider provider, Duration timeOut, InstantSource clock) {
        this.provider = provider;
        this.timeOut = timeOut;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "authorize-payment";
    }

    @Override
    public JobResult run(Charge charge, JobContext context) {
        Instant timeIsUp = context.requestedAt().plus(timeOut);
        return noLaterThan(timeIsUp, Patience.attempt(context, () -> answer(charge, context, timeIsUp)));
    }

    private JobResult answer(Charge charge, JobContext context, Instant timeIsUp) {
        boolean late = !clock.instant().isBefore(timeIsUp);
        if (late || context.attempt() > 0) {
            Optional<ProviderAuthorization> known = provider.find(charge.orderId());
            if (known.isPresent()) {
                return recorded(charge, known.get());
            }
        }
        return late ? recorded(charge, provider.close(charge.orderId())) : authorized(charge);
    }

    private JobResult authorized(Charge charge) {
        try {
            return recorded(charge, provider.authorize(charge.orderId(), charge.amount()));
        } catch (ProviderRefused e) {
            if (e.isKeyClosed()) {
                return JobResult.done(new RecordDecline(charge.orderId(), DeclineReason.TIMED_OUT));
            }
            throw e;
        }
    }

    /** A payment that the provider captured or voided is on record as authorized before; what is recorded here then changes nothing. */
    private static JobResult recorded(Charge charge, ProviderAuthorization answer) {
        return switch (answer.status()) {
            case AUTHORIZED, CAPTURED ->
                answer.isFor(charge.amount())
                        ? JobResult.done(new RecordAuthorization(charge.orderId(), answer.requiredReference()))
                        : Patience.forAPerson("the provider holds another amount than was asked for: " + answer);
            case DECLINED, VOIDED -> JobResult.done(new RecordDecline(charge.orderId(), DeclineReason.REFUSED));
            case CLOSED -> JobResult.done(new RecordDecline(charge.orderId(), DeclineReason.TIMED_OUT));
        };
    }

    /** A wait never passes the moment at which there is something to decide. */
    private JobResult noLaterThan(Instant timeIsUp, JobResult result) {
        Duration left = Duration.between(clock.instant(), timeIsUp);
        return result instanceof JobResult.TryAgain again
                        && left.isPositive()
                        && again.after().compareTo(left) > 0
                ? JobResult.tryAgain(left, again.reason())
                : result;
    }

    /** What to ask for. */
    public record Charge(OrderId orderId, Money amount) {}
}
