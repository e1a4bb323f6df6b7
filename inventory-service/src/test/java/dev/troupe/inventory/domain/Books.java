package dev.troupe.inventory.domain;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.InventoryEvent.StockReleased;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts goods from facts alone, in another way than the warehouse does, to tell whether the warehouse is right. */
public final class Books {

    private final Map<Sku, Long> received = new HashMap<>();
    private final Map<Sku, Long> adjusted = new HashMap<>();
    private final Map<Sku, Long> reserved = new HashMap<>();
    private final Map<Sku, Long> shipped = new HashMap<>();

    public void enter(InventoryEvent event) {
        switch (event) {
            case StockReceived fact -> add(received, fact.lines(), 1);
            case StockAdjusted fact -> adjusted.merge(fact.sku(), (long) fact.quantityChange(), Long::sum);
            case StockReserved fact -> add(reserved, fact.lines(), 1);
            case StockReleased fact -> add(reserved, fact.lines(), -1);
            case StockReservationExpired fact -> add(reserved, fact.lines(), -1);
            case ShipmentDispatched fact -> {
                add(reserved, fact.lines(), -1);
                add(shipped, fact.lines(), 1);
            }
            case StockReservationRejected fact -> {}
            case ShipmentScheduled fact -> {}
        }
    }

    public long onHand(Sku sku) {
        return received.getOrDefault(sku, 0L) + adjusted.getOrDefault(sku, 0L) - shipped.getOrDefault(sku, 0L);
    }

    public long reserved(Sku sku) {
        return reserved.getOrDefault(sku, 0L);
    }

    public long available(Sku sku) {
        return onHand(sku) - reserved(sku);
    }

    private static void add(Map<Sku, Long> pieces, List<StockLine> lines, int sign) {
        lines.forEach(line -> pieces.merge(line.sku(), (long) sign * line.quantity(), Long::sum));
    }
}
