package dev.troupe.inventory.domain;

import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.correlation.FlowId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What inventory-service can be asked to do with a warehouse; nobody outside the service can ask it. */
public sealed interface WarehouseCommand {

    /** The warehouse to decide about. */
    WarehouseId warehouseId();

    /** The stream of the warehouse. */
    @TargetAggregateIdentifier
    default String stream() {
        return warehouseId().stream();
    }

    /**
     * Take in a delivery.
     *
     * @param deliveryId names the delivery, which is also the flow; a second delivery of this name is ignored
     */
    record ReceiveStock(WarehouseId warehouseId, @FlowId String deliveryId, List<StockLine> lines)
            implements WarehouseCommand {

        public ReceiveStock {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Bring the books in line with the shelf.
     *
     * @param adjustmentId names the adjustment, which is also the flow; a second adjustment of this name is ignored
     * @param delta how many pieces more or, if negative, fewer than the books say; not zero
     */
    record AdjustStock(WarehouseId warehouseId, @FlowId String adjustmentId, Sku sku, int delta, String reason)
            implements WarehouseCommand {}

    /** Set aside all lines of an order, or none. */
    record ReserveStock(WarehouseId warehouseId, @FlowId OrderId orderId, List<StockLine> lines)
            implements WarehouseCommand {

        public ReserveStock {
            lines = List.copyOf(lines);
        }
    }

    /** Give back what was set aside for too long. */
    record ExpireReservation(
            WarehouseId warehouseId, @FlowId OrderId orderId) implements WarehouseCommand {}

    /** Give back what was set aside for an order that was cancelled. */
    record ReleaseStock(WarehouseId warehouseId, @FlowId OrderId orderId) implements WarehouseCommand {}

    /** Decide that the goods of a confirmed order will be sent. */
    record ScheduleShipment(WarehouseId warehouseId, @FlowId OrderId orderId) implements WarehouseCommand {}

    /** Send the goods of an order. */
    record DispatchShipment(WarehouseId warehouseId, @FlowId OrderId orderId) implements WarehouseCommand {}
}
