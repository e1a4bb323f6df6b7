package dev.troupe.notification.reaction;

import dev.troupe.events.NotificationEvent.NotificationFailed;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationEvent.NotificationSent;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.job.SendMail;
import dev.troupe.notification.job.SendMail.Unsent;
import java.time.Duration;

/**
 * A requested mail is sent by a job, for a mail server is outside and may keep us waiting. The job is named by the event: a mail that is
 * asked for anew after it was given up is a job of its own, whether or not the old one has been put away.
 */
public final class WhenNotificationRequestedThenSendMail implements Reaction<NotificationRequested> {

    @Override
    public Then on(NotificationRequested fact, FactContext context) {
        return Then.job(
                SendMail.class,
                context.eventId(),
                new Unsent(new NotificationId(fact.notificationId()), fact.customerTier()));
    }

    /** A healthy mail server takes a mail within seconds; whoever waits longer should be seen, though attempts go on. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(NotificationSent.class, NotificationFailed.class)
                .within(Duration.ofMinutes(2));
    }
}
