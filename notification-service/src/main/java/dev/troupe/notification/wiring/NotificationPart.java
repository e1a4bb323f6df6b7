package dev.troupe.notification.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.ChoreographyPart;

/** Tells what notification-service contributes, with its default settings. */
public final class NotificationPart implements ChoreographyPart {

    @Override
    public Choreography choreography() {
        return NotificationServiceWiring.withoutJobs().build();
    }
}
