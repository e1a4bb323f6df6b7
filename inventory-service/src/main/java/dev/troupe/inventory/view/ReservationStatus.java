package dev.troupe.inventory.view;

/** What the warehouse last decided about the goods of an order. */
public enum ReservationStatus {
    /** All lines are set aside. */
    RESERVED,
    /** At least one line was short, so none was set aside. */
    REJECTED,
    /** They were set aside for too long and are free again. */
    EXPIRED,
    /** The order was cancelled, and they are free again. */
    RELEASED,
    /** They will be sent. */
    SCHEDULED,
    /** They have left the warehouse. */
    DISPATCHED
}
