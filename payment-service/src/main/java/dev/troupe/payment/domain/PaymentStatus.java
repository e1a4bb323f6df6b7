package dev.troupe.payment.domain;

/** How far a payment is. */
public enum PaymentStatus {
    /** The amount is known; nobody was asked for it. */
    REQUESTED,
    /** The provider may have been asked, so only the provider knows. */
    ASKING,
    /** The provider holds the money for us. */
    AUTHORIZED,
    /** The money will not come. */
    DECLINED,
    /** The order was cancelled before the provider was asked. */
    CANCELLED,
    /** The provider is being told to let go of the money. */
    VOIDING,
    /** The provider let go of the money. */
    VOIDED,
    /** The provider collected the money for us; parts of it may have been returned. */
    CAPTURED
}
