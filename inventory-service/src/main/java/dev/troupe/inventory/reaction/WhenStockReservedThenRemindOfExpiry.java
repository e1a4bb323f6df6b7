package dev.troupe.inventory.reaction;

import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.inventory.job.ReservationExpiry;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.time.Duration;

/** Goods that are set aside are looked at again when they should be on their way, so that none are set aside for ever. */
public final class WhenStockReservedThenRemindOfExpiry implements Reaction<StockReserved> {

    private final Duration expiry;

    /**
     * Makes the reaction.
     *
     * @param expiry how long goods stay set aside; longer than an order may stay unconfirmed
     */
    public WhenStockReservedThenRemindOfExpiry(Duration expiry) {
        this.expiry = expiry;
    }

    @Override
    public Then on(StockReserved fact, FactContext context) {
        return Then.deadline(
                ReservationExpiry.class,
                fact.orderId().value(),
                new ReservationExpiry.SetAside(fact.warehouseId(), fact.orderId()),
                expiry);
    }

    /** Whatever happens first, the goods are no longer only set aside once their time is up. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(ShipmentScheduled.class, StockReleased.class, StockReservationExpired.class)
                .soonAfter(expiry);
    }
}
