package dev.troupe.demo.orders.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was read from a file; every row is in exactly one order or in quarantine.
 *
 * @param lines how many lines the orders have after rows of the same goods and price were merged
 * @param quarantined how many rows for each reason that occurred
 * @param totalMinor the worth of all orders in minor units
 */
public record InputCounts(
        int rows, int orders, int lines, Map<QuarantineReason, Integer> quarantined, long totalMinor) {

    /** Nothing read yet. */
    public static final InputCounts NONE = new InputCounts(0, 0, 0, Map.of(), 0);

    public InputCounts {
        Map<QuarantineReason, Integer> copy = new EnumMap<>(QuarantineReason.class);
        copy.putAll(quarantined);
        quarantined = Collections.unmodifiableMap(copy);
    }
}
