package dev.troupe.inventory.wiring;

import java.time.Duration;

/**
 * What an operator may change about inventory.
 *
 * @param reservationExpiry how long goods stay set aside for an order whose shipment is not scheduled; longer than orders may stay
 *     unconfirmed, or goods of orders that are still being paid would be given away
 * @param dispatchAfter how long a scheduled shipment waits before it leaves; may be zero
 */
public record InventorySettings(Duration reservationExpiry, Duration dispatchAfter) {

    /** What is so unless somebody says otherwise; {@code application.yml} repeats it for whoever looks there. */
    static final InventorySettings DEFAULT = new InventorySettings(Duration.ofSeconds(120), Duration.ZERO);

    public InventorySettings {
        if (dispatchAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "troupe.inventory.dispatch-after must not be negative: " + dispatchAfter);
        }
    }
}
