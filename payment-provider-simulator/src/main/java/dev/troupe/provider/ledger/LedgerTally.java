package dev.troupe.provider.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds entries up, without believing that the rules were kept. */
final class LedgerTally {

    private final Map<EntryType, Long> counts = new EnumMap<>(EntryType.class);
    private final Map<EntryType, Long> sums = new EnumMap<>(EntryType.class);
    private final Map<String, KeyTally> keys = new HashMap<>();

    void add(LedgerEntry entry) {
        counts.merge(entry.type(), 1L, Long::sum);
        sums.merge(entry.type(), entry.amountMinor(), Math::addExact);
        keys.computeIfAbsent(entry.key(), key -> new KeyTally()).add(entry);
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
                keys.values().stream().mapToLong(KeyTally::openMinor).reduce(0, Math::addExact),
                keys.values().stream().filter(KeyTally::isChargedTwice).count(),
                referencesChargedTwice());
    }

    private long count(EntryType type) {
        return counts.getOrDefault(type, 0L);
    }

    private long sum(EntryType type) {
        return sums.getOrDefault(type, 0L);
    }

    private long referencesChargedTwice() {
        Map<String, Integer> keysOfReference = new HashMap<>();
        for (KeyTally key : keys.values()) {
            if (key.reference != null && key.isCharged()) {
                keysOfReference.merge(key.reference, 1, Integer::sum);
            }
        }
        return keysOfReference.values().stream().filter(number -> number > 1).count();
    }

    private static final class KeyTally {

        private @Nullable String reference;
        private long heldMinor;
        private int held;
        private int collected;
        private int letGo;

        void add(LedgerEntry entry) {
            switch (entry.type()) {
                case AUTHORIZED -> {
                    reference = entry.reference();
                    heldMinor += entry.amountMinor();
                    held++;
                }
                case CAPTURED -> collected++;
                case VOIDED -> letGo++;
                case DECLINED, REFUNDED, CLOSED -> {}
            }
        }

        /** From whether it was settled, not from by how much: so that a settlement of another amount shows as a difference. */
        long openMinor() {
            return collected == 0 && letGo == 0 ? heldMinor : 0;
        }

        boolean isCharged() {
            return held > 0 && letGo == 0;
        }

        boolean isChargedTwice() {
            return held > 1 || collected > 1;
        }
    }
}
