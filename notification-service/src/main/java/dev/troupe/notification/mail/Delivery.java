package dev.troupe.notification.mail;

/** What became of an attempt to send a mail. Reasons are for a person and hold no personal data. */
public sealed interface Delivery {

    /** The mail server has taken the mail. */
    record Accepted() implements Delivery {}

    /** The mail server will not take this mail, however often it is asked. */
    record Refused(String reason) implements Delivery {}

    /** The mail server does not take this mail now. */
    record Deferred(String reason) implements Delivery {}

    /** The mail server cannot be talked to, so it takes no mail at all now. */
    record Unreachable(String reason) implements Delivery {}
}
