package dev.troupe.provider.authorization;

/** Where the money under one key is. */
public enum AuthorizationStatus {
    /** Held. */
    AUTHORIZED,
    /** Refused; an end. */
    DECLINED,
    /** Collected; parts of it may have been returned. */
    CAPTURED,
    /** Let go; an end. */
    VOIDED,
    /** Closed before anything was held; an end. */
    CLOSED
}
