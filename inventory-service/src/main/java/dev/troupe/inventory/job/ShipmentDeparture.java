package dev.troupe.inventory.job;

import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.kit.job.Deadline;

/** Sends the goods of an order when the time for it has come. */
public final class ShipmentDeparture implements Deadline<ShipmentDeparture.Scheduled> {

    @Override
    public String name() {
        return "dispatch-shipment";
    }

    @Override
    public Object whenDue(Scheduled data) {
        return new DispatchShipment(data.warehouseId(), data.orderId());
    }

    /** The order whose goods wait for departure. */
    public record Scheduled(WarehouseId warehouseId, OrderId orderId) {}
}
