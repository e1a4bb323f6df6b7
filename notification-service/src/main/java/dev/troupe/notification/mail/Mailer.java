package dev.troupe.notification.mail;

/** Sends mails. */
@FunctionalInterface
public interface Mailer {

    /** Tries once to send a mail. */
    Delivery send(Mail mail);
}
