package dev.troupe.inventory.reaction;

import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.inventory.domain.WarehouseCommand.ScheduleShipment;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;

/** The goods of a confirmed order will be sent. */
public final class WhenOrderConfirmedThenScheduleShipment implements Reaction<OrderConfirmed> {

    @Override
    public Then on(OrderConfirmed fact, FactContext context) {
        return Then.command(new ScheduleShipment(fact.warehouseId(), fact.orderId()));
    }

    /** A confirmation that comes too late finds the goods given back. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(ShipmentScheduled.class, StockReservationExpired.class)
                .soon();
    }
}
