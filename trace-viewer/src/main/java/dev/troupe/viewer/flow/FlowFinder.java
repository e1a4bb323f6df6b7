package dev.troupe.viewer.flow;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.index.FlowFold;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.index.FlowSummary;
import dev.troupe.viewer.span.SpanStore;
import dev.troupe.viewer.status.Declarations;
import dev.troupe.viewer.status.Waiting;
import dev.troupe.viewer.stuck.Debt;
import dev.troupe.viewer.stuck.Investigator;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together everything about one flow: from the index, from the event store and from what services say. */
public final class FlowFinder {

    private final FlowIndex index;
    private final EventLog eventLog;
    private final ServiceDatabase database;
    private final Investigator investigator;
    private final SpanStore spans;

    /** Looks in a database and an event log. */
    public FlowFinder(
            FlowIndex index, EventLog eventLog, ServiceDatabase database, Investigator investigator, SpanStore spans) {
        this.spans = spans;
        this.index = index;
        this.eventLog = eventLog;
        this.database = database;
        this.investigator = investigator;
    }

    /** Everything about a flow; empty if no event of it is known yet. */
    public Optional<FlowDetails> find(String flowId) throws SQLException {
        List<StoredEvent> stored = eventLog.eventsOfFlow(flowId);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Optional<FlowRow> kept = index.find(flowId)
                .filter(row -> row.firstPosition() == stored.getFirst().position());
        return Optional.of(details(kept.isPresent() ? kept.get() : folded(flowId, stored), stored));
    }

    /** The index has not got there yet, or has let go of it. */
    private FlowRow folded(String flowId, List<StoredEvent> stored) throws SQLException {
        return FlowFold.of(flowId, stored, Declarations.read(database.reader()).expectations());
    }

    private FlowDetails details(FlowRow row, List<StoredEvent> stored) throws SQLException {
        Instant now = Instant.now();
        Set<String> erased = ErasedKeys.of(row.customer(), database.reader());
        List<FlowStep> steps = stored.stream()
                .map(event -> FlowStep.of(event, row.began(), erased))
                .toList();
        List<Debt> debts = investigator.debts(List.of(row), now).getOrDefault(row.flowId(), List.of());
        Waiting waiting = Waiting.look(database.reader(), List.of(row.flowId()));
        return new FlowDetails(
                FlowSummary.of(row, now),
                FlowStory.tell(row, steps, debts, now),
                now,
                steps,
                debts,
                waiting.jobs(),
                waiting.letters(),
                spans.of(
                        row.flowId(),
                        steps.stream()
                                .flatMap(step -> step.traceId().stream())
                                .distinct()
                                .toList()));
    }
}
