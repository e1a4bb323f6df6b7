package dev.troupe.kit.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a shadow differs from the live projection, row by row, both folded up to the same position.
 *
 * @param position that position
 * @param rows how many rows are equal
 * @param missing rows that only the live projection has
 * @param extra rows that only the shadow has
 * @param different rows that both have, with different columns
 * @param liveDigest a digest of all live rows
 * @param shadowDigest the same of the shadow; equal if all rows are
 * @param samples some of the rows that differ
 */
public record Comparison(
        long position,
        long rows,
        long missing,
        long extra,
        long different,
        String liveDigest,
        String shadowDigest,
        List<Difference> samples) {

    /** Whether both are the same. */
    public boolean isEqual() {
        return missing == 0 && extra == 0 && different == 0;
    }

    /** The outcome in a few words. */
    String summary() {
        return isEqual()
                ? "equal, %d rows".formatted(rows)
                : "%d missing, %d extra, %d different, %d equal".formatted(missing, extra, different, rows);
    }

    /**
     * A row that differs.
     *
     * @param key the row's key
     * @param columns the columns that differ, if both have the row
     * @param live the live row, if there is one
     * @param shadow the shadow's row, if there is one
     */
    public record Difference(
            String key,
            List<String> columns,
            @Nullable Map<String, @Nullable Object> live,
            @Nullable Map<String, @Nullable Object> shadow) {}
}
