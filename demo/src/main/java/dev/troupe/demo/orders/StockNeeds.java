package dev.troupe.demo.orders;

import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what orders need of each kind of goods, so that stock can be received before they are played. */
public final class StockNeeds {

    private final Map<Sku, Long> pieces = new HashMap<>();

    /** Counts the order's lines in. */
    public void add(IncomingOrder order) {
        for (OrderLine line : order.lines()) {
            pieces.merge(line.sku(), (long) line.quantity(), Long::sum);
        }
    }

    /** Exactly what all counted orders need, by SKU; a need beyond what one delivery can hold is cut to {@link Integer#MAX_VALUE}. */
    public List<StockLine> exactly() {
        return pieces.entrySet().stream()
                .map(need -> new StockLine(need.getKey(), Math.clamp(need.getValue(), 1, Integer.MAX_VALUE)))
                .sorted(Comparator.comparing(line -> line.sku().value()))
                .toList();
    }

    /** So many pieces of every SKU that any counted order names. */
    public List<StockLine> ofEach(int quantity) {
        return pieces.keySet().stream()
                .map(sku -> new StockLine(sku, quantity))
                .sorted(Comparator.comparing(line -> line.sku().value()))
                .toList();
    }
}
