package dev.troupe.inventory.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.troupe.events.InventoryEvent.OrderStockEvent;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.inventory.domain.Reservations.Reservation;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.inventory.domain.WarehouseCommand.ExpireReservation;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ScheduleShipment;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One warehouse: the boundary within which "all lines or none" and "never oversold" hold. Of decisions about an order that cross one
 * another the first in the warehouse's stream wins; a later one changes nothing, and neither does one that is delivered twice. A
 * warehouse needs no founding: the first thing that happens to it makes it.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Warehouse {

    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String stream;

    // not final, because they are set when a snapshot is restored
    private Stock stock = new Stock();
    private Reservations reservations = new Reservations();
    private RecentIds deliveries = new RecentIds();
    private RecentIds adjustments = new RecentIds();

    /** For Axon, which then replays the warehouse's facts or goes on from a snapshot. */
    protected Warehouse() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveStock command) {
        StockReceived received = new StockReceived(command.warehouseId(), command.deliveryId(), command.lines());
        Long before = deliveries.fingerprint(command.deliveryId());
        if (before == null) {
            apply(received);
        } else if (before != Fingerprint.of(received)) {
            throw Refusals.otherDelivery(command.deliveryId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdjustStock command) {
        Sku sku = command.sku();
        StockAdjusted adjusted = new StockAdjusted(
                command.warehouseId(), command.adjustmentId(), sku, command.delta(), command.reason());
        Long before = adjustments.fingerprint(command.adjustmentId());
        if (before != null && before != Fingerprint.of(adjusted)) {
            throw Refusals.otherAdjustment(command.adjustmentId());
        }
        if (before == null && stock.available(sku) + command.delta() < 0) {
            throw Refusals.stockReserved(command, stock.onHand(sku), stock.reserved(sku));
        }
        if (before == null) {
            apply(adjusted);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReserveStock command) {
        if (reservations.knows(command.orderId())) {
            return;
        }
        Demand demand = Demand.of(command.lines());
        List<Shortage> shortages = stock.shortages(demand);
        apply(
                shortages.isEmpty()
                        ? new StockReserved(command.warehouseId(), command.orderId(), demand.lines())
                        : new StockReservationRejected(command.warehouseId(), command.orderId(), shortages));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseStock command) {
        Reservation reservation = reservations.reserved(command.orderId());
        if (reservation != null) {
            apply(new StockReleased(command.warehouseId(), command.orderId(), reservation.lines()));
        } else if (!reservations.knows(command.orderId())) {
            apply(new StockReleased(command.warehouseId(), command.orderId(), List.of()));
        }
    }

    @CommandHandler
    void handle(ExpireReservation command) {
        Reservation reservation = reservations.reserved(command.orderId());
        if (reservation != null) {
            apply(new StockReservationExpired(command.warehouseId(), command.orderId(), reservation.lines()));
        }
    }

    @CommandHandler
    void handle(ScheduleShipment command) {
        Reservation reservation = reservations.reserved(command.orderId());
        if (reservation != null) {
            apply(new ShipmentScheduled(command.warehouseId(), command.orderId(), reservation.lines()));
        }
    }

    @CommandHandler
    void handle(DispatchShipment command) {
        Reservation reservation = reservations.scheduled(command.orderId());
        if (reservation != null) {
            apply(new ShipmentDispatched(command.warehouseId(), command.orderId(), reservation.lines()));
        }
    }

    @EventSourcingHandler
    void on(StockReceived fact) {
        stream = fact.warehouseId().stream();
        stock.receive(fact.lines());
        deliveries.add(fact.deliveryId(), Fingerprint.of(fact));
    }

    @EventSourcingHandler
    void on(StockAdjusted fact) {
        stream = fact.warehouseId().stream();
        stock.adjust(fact.sku(), fact.quantityChange());
        adjustments.add(fact.adjustmentId(), Fingerprint.of(fact));
    }

    @EventSourcingHandler
    void on(OrderStockEvent event) {
        stream = event.warehouseId().stream();
        switch (event) {
            case StockReserved fact -> {
                stock.reserve(fact.lines());
                reservations.open(fact.orderId(), fact.lines());
            }
            case StockReservationRejected fact -> reservations.end(fact.orderId());
            case StockReservationExpired fact -> giveBack(fact.orderId(), fact.lines());
            case StockReleased fact -> giveBack(fact.orderId(), fact.lines());
            case ShipmentScheduled fact -> reservations.schedule(fact.orderId(), fact.lines());
            case ShipmentDispatched fact -> {
                stock.ship(fact.lines());
                reservations.end(fact.orderId());
            }
        }
    }

    private void giveBack(OrderId order, List<StockLine> lines) {
        stock.release(lines);
        reservations.end(order);
    }

    /** Whether a delivery of this name was received; only the last 10,000 are remembered. */
    public boolean hasReceived(String deliveryId) {
        return deliveries.contains(deliveryId);
    }

    /** Whether an adjustment of this name was made; only the last 10,000 are remembered. */
    public boolean hasAdjusted(String adjustmentId) {
        return adjustments.contains(adjustmentId);
    }
}
