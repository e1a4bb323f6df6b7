package dev.troupe.inventory.view;

import dev.troupe.events.InventoryEvent.OrderStockEvent;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.StockLine;
import dev.troupe.kit.projection.Projection;
import java.util.List;
import java.util.function.Function;

/** Folds what the warehouse decides about orders into one row per order. */
public final class ReservationProjection extends Projection<Reservation> {

    public ReservationProjection() {
        super("reservation", Reservation.class);
        eachRowIsOfOneFlow();
        onDecision(StockReserved.class, ReservationStatus.RESERVED, StockReserved::lines, fact -> List.of());
        onDecision(
                StockReservationRejected.class,
                ReservationStatus.REJECTED,
                fact -> List.of(),
                StockReservationRejected::shortages);
        onDecision(StockReleased.class, ReservationStatus.RELEASED, StockReleased::lines, fact -> List.of());
        onDecision(
                StockReservationExpired.class,
                ReservationStatus.EXPIRED,
                StockReservationExpired::lines,
                fact -> List.of());
        onDecision(ShipmentScheduled.class, ReservationStatus.SCHEDULED, ShipmentScheduled::lines, fact -> List.of());
        onDecision(
                ShipmentDispatched.class, ReservationStatus.DISPATCHED, ShipmentDispatched::lines, fact -> List.of());
    }

    private <F extends OrderStockEvent> void onDecision(
            Class<F> fact,
            ReservationStatus status,
            Function<F, List<StockLine>> lines,
            Function<F, List<Shortage>> shortages) {
        on(
                fact,
                event -> event.orderId().value(),
                (row, event, recorded) -> row == null
                        ? Reservation.first(
                                event, status, lines.apply(event), shortages.apply(event), recorded.recordedAt())
                        : row.now(status, recorded.recordedAt()));
    }
}
