package dev.troupe.inventory.domain;

import dev.troupe.events.InventoryEvent.StockAdjusted;
import dev.troupe.events.InventoryEvent.StockReceived;
import java.util.List;

/**
 * Tells whether a request that comes under the same name again asks for the same. It is kept in snapshots, so it is made only of hash
 * codes that Java specifies: those of strings, numbers and lists.
 */
final class Fingerprint {

    private Fingerprint() {}

    static long of(StockReceived fact) {
        return fact.lines().stream()
                .map(line -> List.of(line.sku().value(), line.quantity()))
                .toList()
                .hashCode();
    }

    static long of(StockAdjusted fact) {
        return List.of(fact.sku().value(), fact.quantityChange(), fact.reason()).hashCode();
    }
}
