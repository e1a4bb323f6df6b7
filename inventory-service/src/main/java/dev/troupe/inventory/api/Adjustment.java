package dev.troupe.inventory.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.view.StockMovement;
import dev.troupe.inventory.view.StockMovement.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment that was made; all but its name is absent for the moment until the view has got there.
 *
 * @param delta pieces found or, if negative, missing
 * @param adjustedAt when it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Adjustment(
        WarehouseId warehouseId,
        String adjustmentId,
        @Nullable Sku sku,
        @Nullable Integer delta,
        @Nullable String reason,
        @Nullable Instant adjustedAt) {

    static Adjustment of(StockMovement row) {
        Change change = row.changes().getFirst();
        return new Adjustment(
                row.warehouseId(), row.reference(), change.sku(), change.delta(), row.reason(), row.recordedAt());
    }
}
