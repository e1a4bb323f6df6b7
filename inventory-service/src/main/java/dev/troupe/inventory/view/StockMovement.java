package dev.troupe.inventory.view;

import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery or an adjustment: what changed the stock of a warehouse from outside.
 *
 * @param id warehouse, kind and reference
 * @param reference the id of the delivery or adjustment
 * @param reason why somebody adjusted, if somebody did
 */
public record StockMovement(
        String id,
        WarehouseId warehouseId,
        Kind kind,
        String reference,
        List<Change> changes,
        @Nullable String reason,
        Instant recordedAt) {

    /** The key of the row of a delivery or adjustment. */
    public static String idOf(WarehouseId warehouse, Kind kind, String reference) {
        return warehouse + "/" + kind + "/" + reference;
    }

    /** What moved the stock. */
    public enum Kind {
        DELIVERY,
        ADJUSTMENT
    }

    /**
     * How the stock of one SKU changed.
     *
     * @param delta pieces that came or, if negative, went
     */
    public record Change(Sku sku, int delta) {}
}
