package dev.troupe.payment.view;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import dev.troupe.payment.domain.PaymentState;
import dev.troupe.payment.domain.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment at a glance.
 *
 * @param cancellationNoted whether the order was cancelled while the provider was being asked
 * @param amountMinor absent if the payment was cancelled before it was requested
 * @param capturedMinor what the provider collected, refunded or not
 * @param refundRequestedMinor the sum of all refunds asked for, done or not
 * @param refundedMinor the sum of the refunds that are done
 * @param providerReference the provider's own name for the authorization, if there was one
 * @param reason why it was declined, if it was
 * @param createdAt when its first fact was recorded
 * @param updatedAt when its last fact was recorded
 */
public record PaymentSummary(
        OrderId orderId,
        PaymentStatus status,
        boolean cancellationNoted,
        @Nullable Long amountMinor,
        @Nullable String currency,
        long capturedMinor,
        long refundRequestedMinor,
        long refundedMinor,
        @Nullable String providerReference,
        @Nullable DeclineReason reason,
        Instant createdAt,
        Instant updatedAt) {

    /** A payment as it is at this moment, for readers who cannot wait for the view. */
    public static PaymentSummary of(PaymentState state) {
        Money amount = state.amount();
        return new PaymentSummary(
                state.orderId(),
                state.status(),
                state.cancellationNoted(),
                amount == null ? null : amount.amountMinor(),
                amount == null ? null : amount.currency(),
                state.capturedMinor(),
                state.refundRequestedMinor(),
                state.refundedMinor(),
                state.providerReference(),
                state.declineReason(),
                state.createdAt(),
                state.updatedAt());
    }

    static PaymentSummary requested(OrderId orderId, Money amount, Instant at) {
        return new PaymentSummary(
                orderId,
                PaymentStatus.REQUESTED,
                false,
                amount.amountMinor(),
                amount.currency(),
                0,
                0,
                0,
                null,
                null,
                at,
                at);
    }

    static PaymentSummary cancelledBeforeRequested(OrderId orderId, Instant at) {
        return new PaymentSummary(orderId, PaymentStatus.CANCELLED, false, null, null, 0, 0, 0, null, null, at, at);
    }

    PaymentSummary now(PaymentStatus newStatus, Instant at) {
        return with(newStatus, cancellationNoted, capturedMinor, providerReference, reason, at);
    }

    PaymentSummary authorized(String reference, Instant at) {
        return with(PaymentStatus.AUTHORIZED, cancellationNoted, capturedMinor, reference, reason, at);
    }

    PaymentSummary declined(DeclineReason why, Instant at) {
        return with(PaymentStatus.DECLINED, cancellationNoted, capturedMinor, providerReference, why, at);
    }

    PaymentSummary cancellationNoted(Instant at) {
        return with(status, true, capturedMinor, providerReference, reason, at);
    }

    PaymentSummary captured(Money captured, Instant at) {
        return with(PaymentStatus.CAPTURED, cancellationNoted, captured.amountMinor(), providerReference, reason, at);
    }

    PaymentSummary refundRequested(Money wanted, Instant at) {
        return withRefunds(refundRequestedMinor + wanted.amountMinor(), refundedMinor, at);
    }

    PaymentSummary refunded(Money returned, Instant at) {
        return withRefunds(refundRequestedMinor, refundedMinor + returned.amountMinor(), at);
    }

    private PaymentSummary with(
            PaymentStatus newStatus,
            boolean newCancellationNoted,
            long newCapturedMinor,
            @Nullable String newReference,
            @Nullable DeclineReason newReason,
            Instant at) {
        return new PaymentSummary(
                orderId,
                newStatus,
                newCancellationNoted,
                amountMinor,
                currency,
                newCapturedMinor,
                refundRequestedMinor,
                refundedMinor,
                newReference,
                newReason,
                createdAt,
                at);
    }

    private PaymentSummary withRefunds(long newRefundRequestedMinor, long newRefundedMinor, Instant at) {
        return new PaymentSummary(
                orderId,
                status,
                cancellationNoted,
                amountMinor,
                currency,
                capturedMinor,
                newRefundRequestedMinor,
                newRefundedMinor,
                providerReference,
                reason,
                createdAt,
                at);
    }
}
