package dev.troupe.kit.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a projection.
 *
 * @param <R> the row
 */
public interface View<R extends Record> {

    /** The row of a key. */
    Optional<R> find(String key);

    /**
     * A page of rows in the order of their keys.
     *
     * @param equalTo columns by row component name and the values they must have, compared as text
     * @param after the key after which the page begins; from the first if absent
     * @param limit at most so many rows
     */
    Page<R> page(Map<String, String> equalTo, @Nullable String after, int limit);

    /**
     * A page of rows.
     *
     * @param next the key to continue after; absent on the last page
     * @param asOfPosition up to which position of the event store the rows are folded
     */
    record Page<R>(List<R> rows, @Nullable String next, long asOfPosition) {}
}
