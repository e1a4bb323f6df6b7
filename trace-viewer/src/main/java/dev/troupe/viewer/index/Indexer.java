package dev.troupe.viewer.index;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.index.Page.Entry;
import dev.troupe.viewer.status.Declarations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Brings the index up to date with the event log. Not safe for use by several threads. */
final class Indexer {

    private static final int PAGE = 2_000;

    private final DataSource index;
    private final EventLog events;
    private final Causes causes;

    /**
     * Makes an indexer.
     *
     * @param index a role that owns the index
     * @param events what is indexed
     */
    Indexer(DataSource index, EventLog events) {
        this.index = index;
        this.events = events;
        this.causes = new Causes(events);
    }

    /** Reads all that is new, and everything again if the services declare other things than before; how far the index is then. */
    long catchUp(Declarations declarations) throws SQLException {
        long position = begin(declarations);
        while (true) {
            List<StoredEvent> stored = events.read(position, Long.MAX_VALUE, PAGE);
            if (stored.isEmpty()) {
                return position;
            }
            position = stored.getLast().position();
            add(Page.of(stored), declarations, position);
        }
    }

    private long begin(Declarations declarations) throws SQLException {
        try (Connection connection = index.getConnection()) {
            IndexTables.Progress progress = IndexTables.progress(connection);
            if (progress.declarations().equals(declarations.fingerprint())) {
                return progress.position();
            }
            connection.setAutoCommit(false);
            IndexTables.clear(connection, declarations.fingerprint());
            connection.commit();
            return 0;
        }
    }

    private void add(Page page, Declarations declarations, long position) throws SQLException {
        Tally tally = new Tally(page, causes.of(page));
        Map<String, List<Entry>> flows = page.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.event().flowId(), LinkedHashMap::new, Collectors.toList()));
        try (Connection connection = index.getConnection()) {
            connection.setAutoCommit(false);
            Map<String, FlowRow> kept = IndexTables.flows(connection, flows.keySet());
            List<FlowRow> rows = new ArrayList<>();
            var expectations = declarations.expectations();
            flows.forEach((flowId, entries) -> {
                FlowDraft draft = new FlowDraft(expectations, kept.get(flowId));
                entries.forEach(entry -> draft.add(entry.event(), entry.payload()));
                rows.add(draft.row(flowId));
            });
            IndexTables.put(connection, rows);
            IndexTables.add(connection, tally);
            IndexTables.moveTo(connection, position);
            connection.commit();
        }
    }
}
