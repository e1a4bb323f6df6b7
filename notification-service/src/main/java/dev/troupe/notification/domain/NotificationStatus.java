package dev.troupe.notification.domain;

/** How far a notification is. */
public enum NotificationStatus {
    /** The mail is waiting to be sent, or being tried. */
    REQUESTED,
    /** The mail server has taken the mail. */
    SENT,
    /** No further attempt will be made. */
    FAILED
}
