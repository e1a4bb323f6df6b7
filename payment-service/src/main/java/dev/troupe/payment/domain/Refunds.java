package dev.troupe.payment.domain;

import dev.troupe.events.Money;
import dev.troupe.events.PaymentEvent.PaymentRefundStarted;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.payment.domain.PaymentCommand.StartRefund;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The refunds of one payment. Together they never exceed what was captured, those still under way included. */
final class Refunds {

    private final Map<String, Refund> byId = new LinkedHashMap<>();

    /**
     * Whether a refund is yet to be started.
     *
     * @param captured what there is to return; none as long as nothing was captured
     * @throws Refusal if it must not be
     */
    boolean isNew(StartRefund wanted, @Nullable Money captured) {
        Refund before = byId.get(wanted.refundId());
        if (before != null) {
            requireSame(wanted, before);
            return false;
        }
        if (captured == null) {
            throw new Refusal(
                    "payment-not-captured",
                    409,
                    "The payment of order %s is not captured, so there is nothing to refund."
                            .formatted(wanted.orderId()));
        }
        requireCovered(wanted, captured);
        return true;
    }

    void on(PaymentRefundStarted fact) {
        byId.put(fact.refundId(), new Refund(fact.amount(), false));
    }

    void on(PaymentRefunded fact) {
        byId.put(fact.refundId(), new Refund(fact.amount(), true));
    }

    /** The amount of a refund that is started but not done. */
    Optional<Money> findOpen(String refundId) {
        return Optional.ofNullable(byId.get(refundId))
                .filter(refund -> !refund.done())
                .map(Refund::amount);
    }

    /** The sum of all refunds, done or not. */
    long startedMinor() {
        return byId.values().stream()
                .mapToLong(refund -> refund.amount().amountMinor())
                .sum();
    }

    /** The sum of the refunds that are done. */
    long refundedMinor() {
        return byId.values().stream()
                .filter(Refund::done)
                .mapToLong(refund -> refund.amount().amountMinor())
                .sum();
    }

    private static void requireSame(StartRefund wanted, Refund before) {
        if (before.amount().amountMinor() != wanted.amountMinor()) {
            throw new Refusal(
                    "refund-already-started",
                    409,
                    "The refund %s of order %s was started before with another amount; a new refund needs a new id."
                            .formatted(wanted.refundId(), wanted.orderId()));
        }
    }

    private void requireCovered(StartRefund wanted, Money captured) {
        long left = captured.amountMinor() - startedMinor();
        if (wanted.amountMinor() > left) {
            throw new Refusal(
                    "refund-exceeds-captured",
                    409,
                    "At most %d minor units (%s) of order %s are left to refund, not %d."
                            .formatted(left, captured.currency(), wanted.orderId(), wanted.amountMinor()));
        }
    }

    private record Refund(Money amount, boolean done) {}
}
