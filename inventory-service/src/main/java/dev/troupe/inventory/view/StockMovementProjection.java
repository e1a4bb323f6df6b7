package dev.troupe.inventory.view;

import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.inventory.view.StockMovement.Change;
import dev.troupe.inventory.view.StockMovement.Kind;
import dev.troupe.kit.projection.Projection;
import java.time.Instant;
import java.util.List;

/** Keeps one row for each delivery and each adjustment. */
public final class StockMovementProjection extends Projection<StockMovement> {

    public StockMovementProjection() {
        super("stock_movement", StockMovement.class);
        on(
                StockReceived.class,
                fact -> StockMovement.idOf(fact.warehouseId(), Kind.DELIVERY, fact.deliveryId()),
                (row, fact, recorded) -> delivery(fact, recorded.recordedAt()));
        on(
                StockAdjusted.class,
                fact -> StockMovement.idOf(fact.warehouseId(), Kind.ADJUSTMENT, fact.adjustmentId()),
                (row, fact, recorded) -> adjustment(fact, recorded.recordedAt()));
    }

    private static StockMovement delivery(StockReceived fact, Instant recordedAt) {
        return new StockMovement(
                StockMovement.idOf(fact.warehouseId(), Kind.DELIVERY, fact.deliveryId()),
                fact.warehouseId(),
                Kind.DELIVERY,
                fact.deliveryId(),
                fact.lines().stream()
                        .map(line -> new Change(line.sku(), line.quantity()))
                        .toList(),
                null,
                recordedAt);
    }

    private static StockMovement adjustment(StockAdjusted fact, Instant recordedAt) {
        return new StockMovement(
                StockMovement.idOf(fact.warehouseId(), Kind.ADJUSTMENT, fact.adjustmentId()),
                fact.warehouseId(),
                Kind.ADJUSTMENT,
                fact.adjustmentId(),
                List.of(new Change(fact.sku(), fact.quantityChange())),
                fact.reason(),
                recordedAt);
    }
}
