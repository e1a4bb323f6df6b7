package dev.troupe.replay;

import dev.troupe.kit.replay.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Whether a projection comes out the same when it is built anew.
 *
 * @param comparison how both differ; absent if it could not be built
 * @param note why it could not be built, if it could not
 */
public record Verification(
        String projection,
        String replay,
        @Nullable Comparison comparison,
        @Nullable String note) {

    /** Whether it was built and came out the same. */
    public boolean isSame() {
        return comparison != null && comparison.isEqual();
    }
}
