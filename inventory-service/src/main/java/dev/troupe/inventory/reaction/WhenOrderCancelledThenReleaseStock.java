package dev.troupe.inventory.reaction;

import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;

/** The goods of a cancelled order are free again. */
public final class WhenOrderCancelledThenReleaseStock implements Reaction<OrderCancelled> {

    @Override
    public Then on(OrderCancelled fact, FactContext context) {
        return Then.command(new ReleaseStock(fact.warehouseId(), fact.orderId()));
    }

    /** If the order was cancelled because nothing is set aside for it, that has been said already. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(StockReleased.class, StockReservationRejected.class, StockReservationExpired.class)
                .soon();
    }
}
