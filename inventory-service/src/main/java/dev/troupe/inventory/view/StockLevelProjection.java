package dev.troupe.inventory.view;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.view.PiecesBySku.Pieces;
import dev.troupe.kit.projection.Projection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Folds what happens to stock into one row per warehouse and SKU. */
public final class StockLevelProjection extends Projection<StockLevel> {

    public StockLevelProjection() {
        super("stock_level", StockLevel.class);
        onLines(StockReceived.class, StockReceived::lines, StockLevel::receive);
        onLines(StockReserved.class, StockReserved::lines, StockLevel::reserve);
        onLines(StockReservationExpired.class, StockReservationExpired::lines, StockLevel::release);
        onLines(StockReleased.class, StockReleased::lines, StockLevel::release);
        onLines(ShipmentDispatched.class, ShipmentDispatched::lines, StockLevel::ship);
        on(
                StockAdjusted.class,
                fact -> StockLevel.idOf(fact.warehouseId(), fact.sku()),
                (row, fact, recorded) ->
                        orNone(row, fact.warehouseId(), fact.sku()).adjust(fact.quantityChange()));
    }

    private <F extends InventoryEvent> void onLines(Class<F> fact, Function<F, List<StockLine>> lines, Change change) {
        PiecesBySku<F> pieces = new PiecesBySku<>(lines);
        onEach(fact, event -> pieces.byKey(event).keySet(), (row, key, event, recorded) -> {
            Pieces ofKey = Objects.requireNonNull(pieces.byKey(event).get(key));
            return change.apply(orNone(row, event.warehouseId(), ofKey.sku()), ofKey.count());
        });
    }

    private static StockLevel orNone(@Nullable StockLevel row, WarehouseId warehouse, Sku sku) {
        return row == null ? StockLevel.none(warehouse, sku) : row;
    }

    @FunctionalInterface
    private interface Change {
        StockLevel apply(StockLevel row, long pieces);
    }
}
