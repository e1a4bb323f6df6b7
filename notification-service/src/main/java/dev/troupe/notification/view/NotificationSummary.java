package dev.troupe.notification.view;

import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.domain.NotificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notification at a glance; it does not say to whom.
 *
 * @param requestedAt when {@code notification.requested} was recorded
 * @param sentAt when the mail server took the mail, if it did
 * @param reason why it was given up, if it was
 */
public record NotificationSummary(
        NotificationId notificationId,
        OrderId orderId,
        NotificationKind kind,
        NotificationStatus status,
        Instant requestedAt,
        @Nullable Instant sentAt,
        @Nullable String reason) {

    /** A notification that waits to be sent. */
    public static NotificationSummary requested(NotificationRequested fact, Instant recordedAt) {
        return new NotificationSummary(
                new NotificationId(fact.notificationId()),
                fact.orderId(),
                fact.kind(),
                NotificationStatus.REQUESTED,
                recordedAt,
                null,
                null);
    }

    NotificationSummary sent(Instant recordedAt) {
        return new NotificationSummary(
                notificationId, orderId, kind, NotificationStatus.SENT, requestedAt, recordedAt, null);
    }

    NotificationSummary failed(String why) {
        return new NotificationSummary(
                notificationId, orderId, kind, NotificationStatus.FAILED, requestedAt, null, why);
    }
}
