package dev.troupe.events;

import dev.troupe.events.upcast.NotificationFailedTo2;
import org.jspecify.annotations.Nullable;

/** What happens to the mails about an order; emitted by notification-service alone. */
public sealed interface NotificationEvent {

    /** Names the notification: the kind and the order, and for a refund the refund. */
    String notificationId();

    /** The order that the mail is about, which is also the flow. */
    OrderId orderId();

    /** What the customer is told. */
    NotificationKind kind();

    /**
     * A customer is to be told something.
     *
     * @param contact where to, sealed
     * @param amount the money that the mail speaks of: what the order comes to, or what was refunded; absent if it speaks of none
     * @param cancellationReason why the order was cancelled, if that is what the customer is told
     */
    @Fact(name = "notification.requested")
    record NotificationRequested(
            String notificationId,
            OrderId orderId,
            NotificationKind kind,
            CustomerId customerId,
            CustomerTier customerTier,
            Sealed contact,
            @Nullable Money amount,
            @Nullable CancellationReason cancellationReason)
            implements NotificationEvent {}

    /** The mail server has taken the mail. */
    @Fact(name = "notification.sent", terminal = true)
    record NotificationSent(String notificationId, OrderId orderId, NotificationKind kind)
            implements NotificationEvent {}

    /**
     * The mail could not be delivered, and no further attempt will be made.
     *
     * @param detail for a person; holds no personal data
     */
    @Fact(name = "notification.failed", revision = 2, upcasters = NotificationFailedTo2.class, terminal = true)
    record NotificationFailed(
            String notificationId,
            OrderId orderId,
            NotificationKind kind,
            NotificationFailureCause cause,
            String detail)
            implements NotificationEvent {}
}
