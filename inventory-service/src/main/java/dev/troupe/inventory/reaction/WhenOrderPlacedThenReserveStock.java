package dev.troupe.inventory.reaction;

import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.StockLine;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.util.List;

/** The goods of a placed order are set aside, all of them or none. */
public final class WhenOrderPlacedThenReserveStock implements Reaction<OrderPlaced> {

    @Override
    public Then on(OrderPlaced fact, FactContext context) {
        List<StockLine> lines = fact.lines().stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
        return Then.command(new ReserveStock(fact.warehouseId(), fact.orderId(), lines));
    }

    /** A cancellation that was seen before the order has been answered with a release of nothing, and nothing is set aside any more. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(StockReserved.class, StockReservationRejected.class, StockReleased.class)
                .soon();
    }
}
