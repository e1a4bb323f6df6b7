package dev.troupe.notification.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.notification.domain.Notification;
import dev.troupe.notification.job.SendMail;
import dev.troupe.notification.reaction.WhenNotificationRequestedThenSendMail;
import dev.troupe.notification.reaction.WhenOrderCancelledThenRequestNotification;
import dev.troupe.notification.reaction.WhenOrderConfirmedThenRequestNotification;
import dev.troupe.notification.reaction.WhenPaymentRefundedThenRequestNotification;
import dev.troupe.notification.reaction.WhenShipmentDispatchedThenRequestNotification;
import dev.troupe.notification.view.NotificationSummaryProjection;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What notification-service contributes to the choreography. */
@Factory
public class NotificationServiceWiring {

    @Singleton
    Choreography choreography(SendMail sendMail) {
        return choreographyWith(sendMail);
    }

    /** The choreography of a notification-service whose mails are sent by this job. */
    public static Choreography choreographyWith(SendMail sendMail) {
        return withoutJobs().job(sendMail).build();
    }

    static Choreography.Builder withoutJobs() {
        return Choreography.of("notification")
                .aggregate(Notification.class)
                .reaction(new WhenOrderConfirmedThenRequestNotification())
                .reaction(new WhenShipmentDispatchedThenRequestNotification())
                .reaction(new WhenOrderCancelledThenRequestNotification())
                .reaction(new WhenPaymentRefundedThenRequestNotification())
                .reaction(new WhenNotificationRequestedThenSendMail())
                .reactionSegments(4)
                .projection(new NotificationSummaryProjection());
    }
}
