package dev.troupe.demo.mail;

import java.time.Instant;

/**
 * A mail that has arrived.
 *
 * @param notification the notification it was sent for; without that header, its message id
 */
public record ReceivedMail(
        String notification, String messageId, String recipient, String subject, String text, Instant receivedAt) {}
