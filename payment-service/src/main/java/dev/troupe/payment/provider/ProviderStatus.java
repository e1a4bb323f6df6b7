package dev.troupe.payment.provider;

/** Where the provider says the money under one key is. */
public enum ProviderStatus {
    /** Held for us. */
    AUTHORIZED,
    /** Refused, for ever. */
    DECLINED,
    /** Collected; parts of it may have been returned. */
    CAPTURED,
    /** Held once and let go, for ever. */
    VOIDED,
    /** Never held, and it never can be. */
    CLOSED
}
