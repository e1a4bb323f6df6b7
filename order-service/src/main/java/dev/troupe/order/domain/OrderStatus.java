package dev.troupe.order.domain;

/** How far an order is. */
public enum OrderStatus {
    /** Stock and payment are being asked. */
    PLACED,
    /** Stock is reserved and the payment is authorized. */
    CONFIRMED,
    /** The goods are on their way and the money is captured. */
    COMPLETED,
    /** It will not be delivered. */
    CANCELLED
}
