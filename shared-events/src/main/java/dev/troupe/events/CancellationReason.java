package dev.troupe.events;

/** Why an order was cancelled. */
public enum CancellationReason {
    /** The customer asked for it before the order was confirmed. */
    CUSTOMER,
    /** The warehouse could not reserve every line. */
    OUT_OF_STOCK,
    /** The payment was declined. */
    DECLINED,
    /** The order was not confirmed in time. */
    TIMED_OUT,
    /** The reserved goods were given back because the shipment was not scheduled in time. */
    RESERVATION_EXPIRED
}
