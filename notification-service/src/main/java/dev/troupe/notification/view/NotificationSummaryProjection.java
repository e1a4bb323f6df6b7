package dev.troupe.notification.view;

import dev.troupe.events.NotificationEvent;
import dev.troupe.events.NotificationEvent.NotificationFailed;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationEvent.NotificationSent;
import dev.troupe.kit.projection.Projection;

/** Folds the facts about notifications into one row per notification. */
public final class NotificationSummaryProjection extends Projection<NotificationSummary> {

    public NotificationSummaryProjection() {
        super("notification_summary", NotificationSummary.class);
        eachRowIsOfOneFlow();
        on(
                NotificationRequested.class,
                NotificationEvent::notificationId,
                (row, fact, at) -> NotificationSummary.requested(fact, at.recordedAt()));
        // A replay of a part of the facts may begin in the middle of a notification, of which there is then no row to
        // change.
        on(
                NotificationSent.class,
                NotificationEvent::notificationId,
                (row, fact, at) -> row == null ? null : row.sent(at.recordedAt()));
        on(
                NotificationFailed.class,
                NotificationEvent::notificationId,
                (row, fact, at) -> row == null ? null : row.failed(fact.detail()));
    }
}
