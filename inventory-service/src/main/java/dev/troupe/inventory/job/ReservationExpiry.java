package dev.troupe.inventory.job;

import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.ExpireReservation;
import dev.troupe.kit.job.Deadline;

/** Gives back goods that are still only set aside when their time is up; those that will be sent, or were given back, are left alone. */
public final class ReservationExpiry implements Deadline<ReservationExpiry.SetAside> {

    @Override
    public String name() {
        return "reservation-expiry";
    }

    @Override
    public Object whenDue(SetAside data) {
        return new ExpireReservation(data.warehouseId(), data.orderId());
    }

    /** The order whose goods may still be set aside. */
    public record SetAside(WarehouseId warehouseId, OrderId orderId) {}
}
