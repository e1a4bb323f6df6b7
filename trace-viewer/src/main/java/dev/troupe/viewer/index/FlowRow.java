package dev.troupe.viewer.index;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.troupe.kit.flow.Flow;
import dev.troupe.kit.flow.Owed;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a flow; its components are the columns of the table.
 *
 * @param kind what it is about: order, delivery, adjustment or something else
 * @param seen the facts that have happened in it, in the order in which they first did
 * @param path names the set of these facts, mails apart: flows that went the same way have the same
 * @param outcome how it ended, for an order: COMPLETED or CANCELLED
 * @param reason why it was cancelled
 * @param ended whether nothing more has to happen
 * @param nextDue when the first of the facts that are owed must have happened
 * @param settledAt when the outcome became final, mails apart
 * @param latencyMillis from the first event until the outcome was final, mails apart
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FlowRow(
        String flowId,
        String kind,
        @Nullable String customer,
        Set<String> skus,
        List<String> seen,
        String path,
        @Nullable String outcome,
        @Nullable String reason,
        boolean ended,
        @Nullable Instant nextDue,
        Instant began,
        @Nullable Instant settledAt,
        Instant lastAt,
        @Nullable Long latencyMillis,
        int events,
        String lastType,
        long firstPosition,
        long lastPosition,
        List<Owed> owed) {

    Flow.State state() {
        return new Flow.State(new LinkedHashSet<>(seen), owed, began, settledAt);
    }

    /** How the flow stands at a moment. */
    public FlowStatus statusAt(Instant now) {
        if (ended) {
            return FlowStatus.ENDED;
        }
        return nextDue != null && now.isAfter(nextDue) ? FlowStatus.STUCK : FlowStatus.OPEN;
    }
}
