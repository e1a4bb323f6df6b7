package dev.troupe.provider.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Adds entries up, without believing that the rules were kept. */
final class LedgerTally {

    private final Map<EntryType, Long> counts = new EnumMap<>(EntryType.class);
    private final Map<EntryType, Long> sums = new EnumMap<>(EntryType.class);
    private final KeyTallies keys = new KeyTallies();

    void add(LedgerEntry entry) {
        counts.merge(entry.type(), 1L, Long::sum);
        sums.merge(entry.type(), entry.amountMinor(), Math::addExact);
        keys.add(entry);
    }

    LedgerSummary summary() {
        return new LedgerSummary(
                count(EntryType.AUTHORIZED),
                count(EntryType.CAPTURED),
                sum(EntryType.AUTHORIZED),
                sum(EntryType.CAPTURED),
                sum(EntryType.VOIDED),
                sum(EntryType.REFUNDED),
                count(EntryType.DECLINED),
                count(EntryType.CLOSED),
                keys.openMinor(),
                keys.keysChargedTwice(),
                keys.referencesChargedTwice());
    }

    private long count(EntryType type) {
        return counts.getOrDefault(type, 0L);
    }

    private long sum(EntryType type) {
        return sums.getOrDefault(type, 0L);
    }
}
