package dev.troupe.inventory.domain;

import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.inventory.domain.WarehouseCommand.ExpireReservation;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ScheduleShipment;
import java.util.List;

/** The main warehouse, two kinds of goods and one order, in words. */
public final class WarehouseFixture {

    public static final WarehouseId MAIN = WarehouseId.MAIN;
    public static final Sku LAMP = new Sku("LAMP");
    public static final Sku MUG = new Sku("MUG");
    public static final OrderId ORDER = new OrderId("order-1");
    public static final OrderId OTHER_ORDER = new OrderId("order-2");

    private WarehouseFixture() {}

    public static StockLine lamps(int quantity) {
        return new StockLine(LAMP, quantity);
    }

    public static StockLine mugs(int quantity) {
        return new StockLine(MUG, quantity);
    }

    static ReceiveStock receive(String deliveryId, StockLine... lines) {
        return new ReceiveStock(MAIN, deliveryId, List.of(lines));
    }

    static AdjustStock adjustLamps(String adjustmentId, int delta) {
        return new AdjustStock(MAIN, adjustmentId, LAMP, delta, "counted");
    }

    static ReserveStock reserve(OrderId order, StockLine... lines) {
        return new ReserveStock(MAIN, order, List.of(lines));
    }

    static ExpireReservation expire(OrderId order) {
        return new ExpireReservation(MAIN, order);
    }

    static ReleaseStock release(OrderId order) {
        return new ReleaseStock(MAIN, order);
    }

    static ScheduleShipment schedule(OrderId order) {
        return new ScheduleShipment(MAIN, order);
    }

    static DispatchShipment dispatch(OrderId order) {
        return new DispatchShipment(MAIN, order);
    }

    public static StockReceived received(StockLine... lines) {
        return new StockReceived(MAIN, "delivery-1", List.of(lines));
    }

    public static StockAdjusted lampsAdjusted(int delta) {
        return new StockAdjusted(MAIN, "adjustment-1", LAMP, delta, "counted");
    }

    public static StockReserved reserved(OrderId order, StockLine... lines) {
        return new StockReserved(MAIN, order, List.of(lines));
    }

    public static StockReservationExpired expired(OrderId order, StockLine... lines) {
        return new StockReservationExpired(MAIN, order, List.of(lines));
    }

    public static StockReleased released(OrderId order, StockLine... lines) {
        return new StockReleased(MAIN, order, List.of(lines));
    }

    public static ShipmentScheduled scheduled(OrderId order, StockLine... lines) {
        return new ShipmentScheduled(MAIN, order, List.of(lines));
    }

    public static ShipmentDispatched dispatched(OrderId order, StockLine... lines) {
        return new ShipmentDispatched(MAIN, order, List.of(lines));
    }
}
