package dev.troupe.inventory.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.view.StockMovement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was received.
 *
 * @param lines what came; absent for the moment until the view has got there
 * @param receivedAt when it was recorded; absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(
        WarehouseId warehouseId,
        String deliveryId,
        @Nullable List<StockLine> lines,
        @Nullable Instant receivedAt) {

    static Delivery of(StockMovement row) {
        return new Delivery(
                row.warehouseId(),
                row.reference(),
                row.changes().stream()
                        .map(change -> new StockLine(change.sku(), change.delta()))
                        .toList(),
                row.recordedAt());
    }
}
