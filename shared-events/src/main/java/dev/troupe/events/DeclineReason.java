package dev.troupe.events;

/** Why a payment was declined. */
public enum DeclineReason {
    /** The payment provider refused. */
    REFUSED,
    /** The provider could not be asked in time, and it is certain that it charged nothing. */
    TIMED_OUT
}
