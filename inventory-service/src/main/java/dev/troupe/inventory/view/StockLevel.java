package dev.troupe.inventory.view;

import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;

/**
 * How many pieces of one SKU a warehouse has; {@code received + adjusted = onHand + shipped} at any time.
 *
 * @param id warehouse and SKU
 * @param onHand on the shelf
 * @param reserved on the shelf, but set aside for orders
 * @param available on the shelf and not set aside
 * @param received came in deliveries
 * @param adjusted found or, if negative, missing when somebody counted
 * @param shipped left the warehouse
 * @param soldOut whether none is available
 */
public record StockLevel(
        String id,
        WarehouseId warehouseId,
        Sku sku,
        long onHand,
        long reserved,
        long available,
        long received,
        long adjusted,
        long shipped,
        boolean soldOut) {

    /** The key of the row of an SKU in a warehouse; no two share one, because a warehouse's id has no slash. */
    public static String idOf(WarehouseId warehouse, Sku sku) {
        return warehouse + "/" + sku;
    }

    static StockLevel none(WarehouseId warehouse, Sku sku) {
        return of(warehouse, sku, 0, 0, 0, 0);
    }

    StockLevel receive(long pieces) {
        return of(warehouseId, sku, reserved, received + pieces, adjusted, shipped);
    }

    StockLevel adjust(long delta) {
        return of(warehouseId, sku, reserved, received, adjusted + delta, shipped);
    }

    StockLevel reserve(long pieces) {
        return of(warehouseId, sku, reserved + pieces, received, adjusted, shipped);
    }

    StockLevel release(long pieces) {
        return of(warehouseId, sku, reserved - pieces, received, adjusted, shipped);
    }

    StockLevel ship(long pieces) {
        return of(warehouseId, sku, reserved - pieces, received, adjusted, shipped + pieces);
    }

    private static StockLevel of(
            WarehouseId warehouse, Sku sku, long reserved, long received, long adjusted, long shipped) {
        long onHand = received + adjusted - shipped;
        long available = onHand - reserved;
        return new StockLevel(
                idOf(warehouse, sku),
                warehouse,
                sku,
                onHand,
                reserved,
                available,
                received,
                adjusted,
                shipped,
                available <= 0);
    }
}
