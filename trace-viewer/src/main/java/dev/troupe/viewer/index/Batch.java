package dev.troupe.viewer.index;

import dev.troupe.kit.flow.Expectations;
import dev.troupe.viewer.index.Page.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events that reach the index in one transaction, folded as they come: a flow that ends within them is written once. */
final class Batch {

    private final Expectations expectations;
    private final Map<String, FlowRow> open;
    private final Map<String, FlowDraft> drafts = new LinkedHashMap<>();
    private final Tally tally = new Tally();
    private final List<Instant> recorded = new ArrayList<>();
    private long newFlows;

    /**
     * Begins an empty batch.
     *
     * @param open the flows that had not ended at the end of the batch before, which need not be read again
     */
    Batch(Expectations expectations, Map<String, FlowRow> open) {
        this.expectations = expectations;
        this.open = open;
    }

    int size() {
        return recorded.size();
    }

    List<Instant> recorded() {
        return recorded;
    }

    /** Folds a page into the flows, which are read from the index if they began before. */
    void add(Page page, Causes causes, Connection connection) throws SQLException {
        tally.add(page, causes.of(page));
        begin(page, connection);
        for (Entry entry : page.entries()) {
            draft(entry.event().flowId()).add(entry.event(), entry.payload());
            recorded.add(entry.event().recordedAt());
        }
    }

    /** Writes everything and notes how far the index is; the flows that have not ended. */
    Map<String, FlowRow> write(Connection connection, long position) throws SQLException {
        List<FlowRow> rows = new ArrayList<>(drafts.size());
        Map<String, FlowRow> unended = new LinkedHashMap<>();
        drafts.forEach((flowId, draft) -> {
            FlowRow row = draft.row(flowId);
            rows.add(row);
            if (!row.ended()) {
                unended.put(flowId, row);
            }
        });
        IndexTables.put(connection, rows);
        IndexTables.add(connection, tally);
        IndexTables.moveTo(connection, position, newFlows);
        return unended;
    }

    private void begin(Page page, Connection connection) throws SQLException {
        Set<String> unknown = new LinkedHashSet<>();
        for (Entry entry : page.entries()) {
            String flowId = entry.event().flowId();
            if (!drafts.containsKey(flowId) && !open.containsKey(flowId)) {
                unknown.add(flowId);
            }
        }
        Map<String, FlowRow> kept = unknown.isEmpty() ? Map.of() : IndexTables.flows(connection, unknown);
        kept.forEach((flowId, row) -> drafts.put(flowId, new FlowDraft(expectations, row)));
        newFlows += unknown.size() - kept.size();
    }

    private FlowDraft draft(String flowId) {
        return drafts.computeIfAbsent(flowId, id -> new FlowDraft(expectations, open.get(id)));
    }
}
