package dev.troupe.inventory.view;

import dev.troupe.events.InventoryEvent.OrderStockEvent;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.OrderId;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import java.time.Instant;
import java.util.List;

/**
 * What the warehouse decided about the goods of one order.
 *
 * @param lines the goods it is about; none if nothing was ever set aside
 * @param shortages what was missing, if the reservation was rejected
 * @param decidedAt when the first decision was recorded
 * @param changedAt when the last one was
 */
public record Reservation(
        OrderId orderId,
        WarehouseId warehouseId,
        ReservationStatus status,
        List<StockLine> lines,
        List<Shortage> shortages,
        Instant decidedAt,
        Instant changedAt) {

    static Reservation first(
            OrderStockEvent fact,
            ReservationStatus status,
            List<StockLine> lines,
            List<Shortage> shortages,
            Instant recordedAt) {
        return new Reservation(fact.orderId(), fact.warehouseId(), status, lines, shortages, recordedAt, recordedAt);
    }

    Reservation now(ReservationStatus newStatus, Instant recordedAt) {
        return new Reservation(orderId, warehouseId, newStatus, lines, shortages, decidedAt, recordedAt);
    }
}
