package dev.troupe.inventory.view;

import dev.troupe.inventory.domain.WarehouseFixture;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Projection.Fold;
import dev.troupe.kit.projection.Recorded;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Folds facts in memory, one second apart. */
final class Folded {

    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private Folded() {}

    static <R extends Record> Map<String, R> by(Projection<R> projection, Object... facts) {
        Map<String, R> rows = new TreeMap<>();
        for (int i = 0; i < facts.length; i++) {
            Object fact = facts[i];
            Recorded recorded = new Recorded(i, START.plusSeconds(i), WarehouseFixture.ORDER.value());
            Fold<R, Object> fold = Objects.requireNonNull(projection.folds().get(fact.getClass()), fact::toString);
            for (String key : fold.keys().apply(fact)) {
                rows.compute(key, (k, row) -> fold.fold().fold(row, k, fact, recorded));
            }
        }
        return rows;
    }
}
