package dev.troupe.kit.projection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One table of rows folded from facts. A fold sees the row as it was and the fact, and says how the row is now; it can neither look
 * elsewhere nor cause anything, and so it may be repeated at any time. The table stands in a schema of its own, made by the Flyway
 * migrations under {@code db/projection/<name>}, which name it without its schema so that a shadow can be built beside it.
 *
 * @param <R> the row, a record whose first component is its key and whose components are its columns
 */
public abstract class Projection<R extends Record> {

    private final String name;
    private final Class<R> rowType;
    private final Map<Class<?>, Fold<R, Object>> folds = new LinkedHashMap<>();
    private boolean rebuiltByFlow;

    /**
     * Makes a projection.
     *
     * @param name its name, its schema's and its table's: lower case with underscores
     */
    protected Projection(String name, Class<R> rowType) {
        this.name = name;
        this.rowType = rowType;
    }

    /** Folds a fact that touches one row. */
    protected final <F> void on(Class<F> fact, Function<F, String> key, RowFold<R, F> fold) {
        onEach(
                fact,
                event -> List.of(key.apply(event)),
                (row, ignored, event, recorded) -> fold.fold(row, event, recorded));
    }

    /** Folds a fact that touches several rows, once for each key. */
    @SuppressWarnings("unchecked")
    protected final <F> void onEach(Class<F> fact, Function<F, Collection<String>> keys, KeyedFold<R, F> fold) {
        if (folds.putIfAbsent(fact, (Fold<R, Object>) (Fold<R, ?>) new Fold<>(keys, fold)) != null) {
            throw new IllegalStateException("%s folds %s twice".formatted(name, fact.getSimpleName()));
        }
    }

    /**
     * Declares that each row is folded from the facts of one flow alone, so that the rows of some flows may be rebuilt without the
     * others.
     */
    protected final void eachRowIsOfOneFlow() {
        rebuiltByFlow = true;
    }

    /** Whether the rows of some flows may be rebuilt without the others. */
    public final boolean isRebuiltByFlow() {
        return rebuiltByFlow;
    }

    /** Its name, its schema's and its table's. */
    public final String name() {
        return name;
    }

    /** The type of its rows. */
    public final Class<R> rowType() {
        return rowType;
    }

    /** The column of the key. */
    public final String keyColumn() {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(
                rowType.getRecordComponents()[0].getName());
    }

    /** The folds by the fact they fold. */
    public final Map<Class<?>, Fold<R, Object>> folds() {
        return Collections.unmodifiableMap(folds);
    }

    /**
     * Which rows a fact touches, and how.
     *
     * @param keys the keys of the rows
     * @param fold says how each row is afterwards
     */
    public record Fold<R extends Record, F>(Function<F, Collection<String>> keys, KeyedFold<R, F> fold) {}

    /** Says how a row is after a fact. */
    @FunctionalInterface
    public interface RowFold<R extends Record, F> {

        /** The row as it is afterwards; none if there is none. */
        @Nullable
        R fold(@Nullable R row, F fact, Recorded recorded);
    }

    /** Says how the row of a key is after a fact. */
    @FunctionalInterface
    public interface KeyedFold<R extends Record, F> {

        /** The row as it is afterwards; none if there is none. */
        @Nullable
        R fold(@Nullable R row, String key, F fact, Recorded recorded);
    }
}
