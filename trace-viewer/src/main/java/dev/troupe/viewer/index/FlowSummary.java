package dev.troupe.viewer.index;

import dev.troupe.kit.flow.Owed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it stands in a list.
 *
 * @param kind what it is about: order, delivery, adjustment or other
 * @param outcome COMPLETED or CANCELLED; absent while it is open
 * @param reason why it was cancelled
 * @param latencyMillis from the first event until the outcome was final, mails apart
 * @param owedBy the services that owe something which is overdue
 */
public record FlowSummary(
        String flowId,
        String kind,
        @Nullable String customer,
        FlowStatus status,
        @Nullable String outcome,
        @Nullable String reason,
        Instant began,
        Instant lastAt,
        @Nullable Long latencyMillis,
        int events,
        String lastType,
        @Nullable Instant nextDue,
        List<String> owedBy) {

    /** What a row of the index comes to at a moment. */
    public static FlowSummary of(FlowRow row, Instant now) {
        return new FlowSummary(
                row.flowId(),
                row.kind(),
                row.customer(),
                row.statusAt(now),
                row.outcome(),
                row.reason(),
                row.began(),
                row.lastAt(),
                row.latencyMillis(),
                row.events(),
                row.lastType(),
                row.nextDue(),
                row.owed().stream()
                        .filter(owed -> owed.isOverdue(now))
                        .map(Owed::service)
                        .distinct()
                        .toList());
    }
}
