package dev.troupe.inventory.view;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the lines of a fact. A fold asks once per SKU, up to 10,000 times in a row for the same fact, so the last answer is kept.
 *
 * @param <F> the fact
 */
final class PiecesBySku<F extends InventoryEvent> {

    private final Function<F, List<StockLine>> lines;
    private volatile @Nullable Counted last;

    PiecesBySku(Function<F, List<StockLine>> lines) {
        this.lines = lines;
    }

    /** The lines by the key of the row they touch, one per SKU. */
    Map<String, Pieces> byKey(F fact) {
        Counted counted = last;
        if (counted == null || !counted.isOf(fact)) {
            counted = new Counted(fact, count(fact));
            last = counted;
        }
        return counted.byKey;
    }

    private Map<String, Pieces> count(F fact) {
        Map<String, Pieces> byKey = new HashMap<>();
        for (StockLine line : lines.apply(fact)) {
            byKey.merge(
                    StockLevel.idOf(fact.warehouseId(), line.sku()),
                    new Pieces(line.sku(), line.quantity()),
                    (one, other) -> new Pieces(one.sku, Math.addExact(one.count, other.count)));
        }
        return byKey;
    }

    record Pieces(Sku sku, long count) {}

    private record Counted(InventoryEvent fact, Map<String, Pieces> byKey) {

        @SuppressWarnings("ReferenceEquality") // comparing 10,000 lines would cost what this saves
        boolean isOf(InventoryEvent other) {
            return fact == other;
        }
    }
}
