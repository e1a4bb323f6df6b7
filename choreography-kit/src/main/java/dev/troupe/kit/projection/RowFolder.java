package dev.troupe.kit.projection;

import dev.troupe.kit.projection.Projection.Fold;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches of facts into the table of a projection: reads the rows that the batch touches in one query, folds in memory, and writes
 * what is new and what changed. Live handling and rebuilding are this same code.
 *
 * @param <R> the row
 */
public final class RowFolder<R extends Record> {

    private final Projection<R> projection;
    private final RowTable<R> table;

    /** Folds into the projection's table in the given schema. */
    public RowFolder(Projection<R> projection, String schema) {
        this.projection = projection;
        this.table = new RowTable<>(projection, schema);
    }

    /** Folds facts in their order. */
    public void fold(Connection connection, List<RecordedFact> facts) throws SQLException {
        List<Touch<R>> touches = new ArrayList<>(facts.size());
        Set<String> keys = new LinkedHashSet<>();
        Map<Class<?>, Fold<R, Object>> folds = projection.folds();
        for (RecordedFact fact : facts) {
            Fold<R, Object> fold = folds.get(fact.fact().getClass());
            if (fold != null) {
                Collection<String> touched = fold.keys().apply(fact.fact());
                keys.addAll(touched);
                touches.add(new Touch<>(fold, touched, fact));
            }
        }
        if (!keys.isEmpty()) {
            write(connection, foldAll(table.load(connection, keys), touches));
        }
    }

    private static <R extends Record> Changes<R> foldAll(Map<String, R> rows, List<Touch<R>> touches) {
        Map<String, R> current = new HashMap<>(rows);
        Set<String> removed = new HashSet<>();
        Map<String, R> changed = new LinkedHashMap<>();
        for (Touch<R> touch : touches) {
            for (String key : touch.keys) {
                @Nullable
                R row = touch.fold.fold().fold(current.get(key), key, touch.fact.fact(), touch.fact.recorded());
                if (row == null) {
                    current.remove(key);
                    changed.remove(key);
                    removed.add(key);
                } else {
                    current.put(key, row);
                    changed.put(key, row);
                    removed.remove(key);
                }
            }
        }
        removed.retainAll(rows.keySet());
        Map<String, R> added = new LinkedHashMap<>(changed);
        added.keySet().removeAll(rows.keySet());
        changed.keySet().retainAll(rows.keySet());
        return new Changes<>(added.values(), changed.values(), removed);
    }

    private void write(Connection connection, Changes<R> changes) throws SQLException {
        table.add(connection, changes.added);
        table.save(connection, changes.changed);
        table.remove(connection, changes.removed);
    }

    private record Touch<R extends Record>(Fold<R, Object> fold, Collection<String> keys, RecordedFact fact) {}

    private record Changes<R extends Record>(Collection<R> added, Collection<R> changed, Set<String> removed) {}

    /** A fact and what the store knows of it. */
    public record RecordedFact(Object fact, Recorded recorded) {}
}
