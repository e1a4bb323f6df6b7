package dev.troupe.viewer.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the flows; everything given must hold.
 *
 * @param text the beginning of a flow's id, or a whole customer id or SKU
 * @param type a fact that has happened in it
 * @param path the way it took, as {@link FlowRow#path()} names it
 * @param outcome COMPLETED or CANCELLED, or the reason of a cancellation
 * @param beganAfter only flows that began after this
 * @param beganBefore only flows that began before this
 * @param minMillis only flows that took at least so long, or run for so long
 * @param before only flows whose first event stands before this position: the cursor
 */
public record FlowSearch(
        @Nullable String text,
        @Nullable FlowStatus status,
        @Nullable String type,
        @Nullable String customer,
        @Nullable String sku,
        @Nullable String path,
        @Nullable String outcome,
        @Nullable Instant beganAfter,
        @Nullable Instant beganBefore,
        @Nullable Long minMillis,
        @Nullable Long before,
        int limit) {

    /** Flows with this status, the newest first. */
    public static FlowSearch withStatus(FlowStatus status, int limit) {
        return new FlowSearch(null, status, null, null, null, null, null, null, null, null, null, limit);
    }
}
