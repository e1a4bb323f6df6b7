package dev.troupe.notification.mail;

import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.template.RenderedMail;
import java.time.Instant;

/**
 * One mail, complete; the same notification is always the same mail.
 *
 * @param requestedAt when it was asked for, which is the date it bears
 */
public record Mail(NotificationId notificationId, Recipient to, Instant requestedAt, RenderedMail content) {}
