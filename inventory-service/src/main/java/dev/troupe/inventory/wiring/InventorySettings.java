package dev.troupe.inventory.wiring;

import java.time.Duration;

/**
 * What an operator may change about inventory.
 *
 * @param orderTimeOut how long an order may stay unconfirmed; decided by order-service, and told to inventory so that the two fit together
 * @param reservationExpiry how long goods stay set aside for an order whose shipment is not scheduled; longer than {@code orderTimeOut}
 * @param dispatchAfter how long a scheduled shipment waits before it leaves; may be zero
 */
public record InventorySettings(Duration orderTimeOut, Duration reservationExpiry, Duration dispatchAfter) {

    public InventorySettings {
        if (reservationExpiry.compareTo(orderTimeOut) <= 0) {
            throw new IllegalArgumentException(
                    "troupe.inventory.reservation-expiry (%s) must be longer than troupe.order.time-out (%s), or goods of orders that are still being paid would be given away"
                            .formatted(reservationExpiry, orderTimeOut));
        }
        if (dispatchAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "troupe.inventory.dispatch-after must not be negative: " + dispatchAfter);
        }
    }
}
