package dev.troupe.provider.ledger;

/** What can happen to the money under one key. */
public enum EntryType {
    /** Money is held. */
    AUTHORIZED,
    /** Nothing is held: the provider refused. */
    DECLINED,
    /** Held money was collected. */
    CAPTURED,
    /** Held money was let go. */
    VOIDED,
    /** Collected money, or a part of it, was returned. */
    REFUNDED,
    /** The key was closed before anything was held; it can never hold anything. */
    CLOSED
}
