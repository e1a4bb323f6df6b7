package dev.troupe.payment.domain;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a payment.
 *
 * @param cancellationNoted whether the order was cancelled while the provider was being asked
 * @param amount absent if the payment was cancelled before it was requested
 * @param capturedMinor what the provider collected, refunded or not
 * @param refundRequestedMinor the sum of all refunds asked for, done or not
 * @param refundedMinor the sum of the refunds that are done
 * @param providerReference the provider's own name for the authorization, if there was one
 * @param declineReason why it was declined, if it was
 * @param createdAt when its first fact happened
 * @param updatedAt when its last fact happened
 */
public record PaymentState(
        OrderId orderId,
        PaymentStatus status,
        boolean cancellationNoted,
        @Nullable Money amount,
        long capturedMinor,
        long refundRequestedMinor,
        long refundedMinor,
        @Nullable String providerReference,
        @Nullable DeclineReason declineReason,
        Instant createdAt,
        Instant updatedAt) {}
