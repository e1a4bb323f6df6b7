package dev.troupe.inventory.domain;

import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order needs of each SKU, however many of its lines name it.
 *
 * @param bySku pieces by SKU, in the order of the lines
 */
record Demand(Map<Sku, Long> bySku) {

    /** No more pieces of one SKU can be set aside for one order, because that is what fits in one line. */
    static final int LARGEST = Integer.MAX_VALUE;

    static Demand of(List<StockLine> lines) {
        Map<Sku, Long> bySku = LinkedHashMap.newLinkedHashMap(lines.size());
        for (StockLine line : lines) {
            bySku.merge(line.sku(), (long) line.quantity(), Math::addExact);
        }
        return new Demand(bySku);
    }

    /** One line per SKU. */
    List<StockLine> lines() {
        return bySku.entrySet().stream()
                .map(wanted -> new StockLine(wanted.getKey(), Math.toIntExact(wanted.getValue())))
                .toList();
    }
}
