package dev.troupe.notification.job;

import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.notification.domain.NotificationId;
import java.util.Optional;

/** Asks a notification what is still to be sent, as of now and not as of some view. */
@FunctionalInterface
public interface PendingNotifications {

    /** What was requested, if it was neither sent nor given up. */
    Optional<NotificationRequested> find(NotificationId id);
}
