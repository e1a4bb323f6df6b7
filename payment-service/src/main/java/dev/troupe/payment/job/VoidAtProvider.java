package dev.troupe.payment.job;

import dev.troupe.events.OrderId;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.payment.domain.PaymentCommand.RecordVoid;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderStatus;

/** Has the provider let go of the money of a cancelled order. */
public final class VoidAtProvider implements Job<VoidAtProvider.Held> {

    private final PaymentProvider provider;

    public VoidAtProvider(PaymentProvider provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "void-payment";
    }

    @Override
    public JobResult run(Held held, JobContext context) {
        return Patience.attempt(context, () -> {
            ProviderStatus status = provider.cancel(held.orderId()).status();
            return status == ProviderStatus.VOIDED
                    ? JobResult.done(new RecordVoid(held.orderId()))
                    : Patience.forAPerson("the payment is on record as authorized, but the provider says " + status);
        });
    }

    /** The order whose money is held. */
    public record Held(OrderId orderId) {}
}
