package dev.troupe.payment.job;

import dev.troupe.events.OrderId;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.payment.domain.PaymentCommand.RecordCapture;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderStatus;

/** Has the provider collect the money of an order whose goods have left; tried until it is done, since nothing else can happen any more. */
public final class CaptureAtProvider implements Job<CaptureAtProvider.Held> {

    private final PaymentProvider provider;

    public CaptureAtProvider(PaymentProvider provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "capture-payment";
    }

    @Override
    public JobResult run(Held held, JobContext context) {
        return Patience.attempt(context, () -> {
            ProviderStatus status = provider.capture(held.orderId()).status();
            return status == ProviderStatus.CAPTURED
                    ? JobResult.done(new RecordCapture(held.orderId()))
                    : Patience.forAPerson("the payment is on record as authorized, but the provider says " + status);
        });
    }

    /** The order whose money is held. */
    public record Held(OrderId orderId) {}
}
