package dev.troupe.events;

/** What a customer is told by a mail; there is one template for each. */
public enum NotificationKind {
    ORDER_CONFIRMED,
    SHIPMENT_DISPATCHED,
    ORDER_CANCELLED,
    PAYMENT_REFUNDED
}
