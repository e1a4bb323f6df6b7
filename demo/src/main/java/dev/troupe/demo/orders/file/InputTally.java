package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.IncomingOrder;
import java.util.EnumMap;
import java.util.Map;

/** Counts along while a file is read. */
final class InputTally {

    private int rows;
    private int orders;
    private int lines;
    private final Map<QuarantineReason, Integer> quarantined = new EnumMap<>(QuarantineReason.class);
    private long totalMinor;

    void row() {
        rows++;
    }

    void quarantined(QuarantineReason reason) {
        quarantined.merge(reason, 1, Integer::sum);
    }

    void order(IncomingOrder order) {
        orders++;
        lines += order.lines().size();
        totalMinor = Math.addExact(totalMinor, order.totalMinor());
    }

    int orders() {
        return orders;
    }

    int rows() {
        return rows;
    }

    InputCounts counts() {
        return new InputCounts(rows, orders, lines, quarantined, totalMinor);
    }
}
