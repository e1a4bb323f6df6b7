package dev.troupe.events;

import dev.troupe.events.upcast.StockAdjustedTo2;
import java.util.List;

/** What happens to the stock of a warehouse; emitted by inventory-service alone. */
public sealed interface InventoryEvent {

    /** The warehouse in whose stream the fact stands. */
    WarehouseId warehouseId();

    /** What happens to the goods of one order; the order is also the flow. */
    sealed interface OrderStockEvent extends InventoryEvent {
        OrderId orderId();
    }

    /**
     * A delivery of goods has arrived.
     *
     * @param deliveryId names the delivery, which is also the flow
     */
    @Fact(name = "stock.received", terminal = true)
    record StockReceived(WarehouseId warehouseId, String deliveryId, List<StockLine> lines) implements InventoryEvent {

        public StockReceived {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Somebody counted, and the books follow the shelf.
     *
     * @param adjustmentId names the adjustment, which is also the flow
     * @param quantityChange how many pieces more or, if negative, fewer are on hand than the books said; never zero
     * @param reason in the words of whoever counted
     */
    @Fact(name = "stock.adjusted", revision = 2, upcasters = StockAdjustedTo2.class, terminal = true)
    record StockAdjusted(WarehouseId warehouseId, String adjustmentId, Sku sku, int quantityChange, String reason)
            implements InventoryEvent {}

    /** All lines of an order are set aside. */
    @Fact(name = "stock.reserved")
    record StockReserved(WarehouseId warehouseId, OrderId orderId, List<StockLine> lines) implements OrderStockEvent {

        public StockReserved {
            lines = List.copyOf(lines);
        }
    }

    /** At least one line of an order cannot be set aside, so none is. */
    @Fact(name = "stock.reservation-rejected")
    record StockReservationRejected(WarehouseId warehouseId, OrderId orderId, List<Shortage> shortages)
            implements OrderStockEvent {

        public StockReservationRejected {
            shortages = List.copyOf(shortages);
        }
    }

    /** The goods were set aside for too long and are free again. */
    @Fact(name = "stock.reservation-expired")
    record StockReservationExpired(WarehouseId warehouseId, OrderId orderId, List<StockLine> lines)
            implements OrderStockEvent {

        public StockReservationExpired {
            lines = List.copyOf(lines);
        }
    }

    /** The goods of a cancelled order are free again; there are none if the cancellation came before the reservation. */
    @Fact(name = "stock.released", terminal = true)
    record StockReleased(WarehouseId warehouseId, OrderId orderId, List<StockLine> lines) implements OrderStockEvent {

        public StockReleased {
            lines = List.copyOf(lines);
        }
    }

    /** The goods of an order will be sent; from here on nothing cancels the order. */
    @Fact(name = "shipment.scheduled")
    record ShipmentScheduled(WarehouseId warehouseId, OrderId orderId, List<StockLine> lines)
            implements OrderStockEvent {

        public ShipmentScheduled {
            lines = List.copyOf(lines);
        }
    }

    /** The goods of an order have left the warehouse. */
    @Fact(name = "shipment.dispatched")
    record ShipmentDispatched(WarehouseId warehouseId, OrderId orderId, List<StockLine> lines)
            implements OrderStockEvent {

        public ShipmentDispatched {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What was missing for an order.
     *
     * @param wanted how many pieces the order needs
     * @param available how many pieces were neither sold nor set aside
     */
    record Shortage(Sku sku, @AtLeast(1) int wanted, long available) {}
}
