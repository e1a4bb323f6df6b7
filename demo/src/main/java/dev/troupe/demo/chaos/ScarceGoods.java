package dev.troupe.demo.chaos;

import dev.troupe.demo.orders.StableHash;
import dev.troupe.events.StockLine;
import java.util.List;

/** Too little of some goods, so that orders compete for them and some go away empty-handed. */
final class ScarceGoods {

    private static final int ONE_IN = 20;

    private ScarceGoods() {}

    /** Half of what is needed of every twentieth kind, and exactly what is needed of the others. */
    static List<StockLine> of(List<StockLine> needed) {
        return needed.stream()
                .map(line -> StableHash.of("scarce " + line.sku(), ONE_IN) == 0
                        ? new StockLine(line.sku(), Math.max(1, line.quantity() / 2))
                        : line)
                .toList();
    }
}
