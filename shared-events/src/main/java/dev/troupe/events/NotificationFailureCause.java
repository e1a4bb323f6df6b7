package dev.troupe.events;

/** Why a mail was not delivered. */
public enum NotificationFailureCause {
    /** The mail server will not take it, however often it is asked. */
    REFUSED,
    /** The mail server did not take it in all the attempts there are. */
    GIVEN_UP,
    /** There is nobody to write to any more: the customer's personal data was erased. */
    PERSONAL_DATA_ERASED
}
