package dev.troupe.payment.job;

import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.payment.domain.PaymentCommand.RecordRefund;
import dev.troupe.payment.provider.PaymentProvider;

/** Has the provider return money to the customer, once per refund. */
public final class RefundAtProvider implements Job<RefundAtProvider.Refund> {

    private final PaymentProvider provider;

    public RefundAtProvider(PaymentProvider provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "refund-payment";
    }

    @Override
    public JobResult run(Refund refund, JobContext context) {
        return Patience.attempt(context, () -> {
            provider.refund(refund.orderId(), refund.refundId(), refund.amount());
            return JobResult.done(new RecordRefund(refund.orderId(), refund.refundId()));
        });
    }

    /** What to return. */
    public record Refund(OrderId orderId, String refundId, Money amount) {}
}
