package dev.troupe.notification.domain;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.Money;
import dev.troupe.events.NotificationFailureCause;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import dev.troupe.kit.correlation.FlowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What notification-service asks of its own notifications; nobody outside the service can ask it. */
public sealed interface NotificationCommand {

    /** The notification to decide about. */
    NotificationId notificationId();

    /** The stream of the notification. */
    @TargetAggregateIdentifier
    default String stream() {
        return notificationId().stream();
    }

    /**
     * Tell a customer something.
     *
     * @param refunded how much was refunded, if that is what the customer is told
     * @param cancellationReason why the order was cancelled, if that is what the customer is told
     */
    record RequestNotification(
            NotificationId notificationId,
            OrderId orderId,
            NotificationKind kind,
            @Nullable Money refunded,
            @Nullable CancellationReason cancellationReason)
            implements NotificationCommand {

        /** Tell that an order is confirmed. */
        public static RequestNotification confirmed(OrderId orderId) {
            return about(orderId, NotificationKind.ORDER_CONFIRMED, null);
        }

        /** Tell that the goods of an order are on their way. */
        public static RequestNotification dispatched(OrderId orderId) {
            return about(orderId, NotificationKind.SHIPMENT_DISPATCHED, null);
        }

        /** Tell that an order is cancelled. */
        public static RequestNotification cancelled(OrderId orderId, CancellationReason reason) {
            return about(orderId, NotificationKind.ORDER_CANCELLED, reason);
        }

        /** Tell that money is returned. */
        public static RequestNotification refunded(OrderId orderId, String refundId, Money amount) {
            return new RequestNotification(
                    NotificationId.ofRefund(orderId, refundId),
                    orderId,
                    NotificationKind.PAYMENT_REFUNDED,
                    amount,
                    null);
        }

        private static RequestNotification about(
                OrderId orderId, NotificationKind kind, @Nullable CancellationReason reason) {
            return new RequestNotification(NotificationId.of(kind, orderId), orderId, kind, null, reason);
        }
    }

    /** Record that the mail server has taken the mail. */
    record RecordSent(NotificationId notificationId) implements NotificationCommand {}

    /**
     * Record that the mail will not be tried again.
     *
     * @param detail for a person; holds no personal data
     */
    record RecordFailed(NotificationId notificationId, NotificationFailureCause cause, String detail)
            implements NotificationCommand {}

    /** Try a mail again that was given up. */
    record TryAgain(NotificationId notificationId, @FlowId OrderId orderId) implements NotificationCommand {}
}
