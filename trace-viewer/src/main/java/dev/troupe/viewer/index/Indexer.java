package dev.troupe.viewer.index;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.status.Declarations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Brings the index up to date with the event log. Not safe for use by several threads. */
final class Indexer {

    private static final int PAGE = 5_000;

    /** As much as is folded in memory before it is written. */
    private static final int MOST_AT_ONCE = 50_000;

    private static final int MOST_OPEN_REMEMBERED = 20_000;

    private static final CompletableFuture<List<StoredEvent>> NOTHING = CompletableFuture.completedFuture(List.of());

    private final DataSource index;
    private final EventLog events;
    private final Causes causes;
    private final IngestLag lag;
    private Map<String, FlowRow> open = Map.of();
    private boolean upToDate;

    /**
     * Makes an indexer.
     *
     * @param index a role that owns the index
     * @param events what is indexed
     */
    Indexer(DataSource index, EventLog events, IngestLag lag) {
        this.index = index;
        this.events = events;
        this.causes = new Causes(events);
        this.lag = lag;
    }

    /** Reads all that is new, and everything again if the services declare other things than before; how far the index is then. */
    long catchUp(Declarations declarations) throws SQLException {
        long position = begin(declarations);
        List<StoredEvent> page = events.read(position, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            position = addBatch(page, declarations.expectations());
            page = events.read(position, Long.MAX_VALUE, PAGE);
        }
        upToDate = true;
        return position;
    }

    /** What is remembered of open flows is forgotten when anything fails, because it may be newer than what is written then. */
    private long addBatch(List<StoredEvent> first, Expectations expectations) throws SQLException {
        Batch batch = new Batch(expectations, open);
        open = Map.of();
        try (Connection connection = index.getConnection()) {
            connection.setAutoCommit(false);
            IndexTables.lookUpByKey(connection);
            List<StoredEvent> page = first;
            long position;
            do {
                position = page.getLast().position();
                CompletableFuture<List<StoredEvent>> next =
                        page.size() < PAGE || batch.size() + PAGE >= MOST_AT_ONCE ? NOTHING : readAfter(position);
                batch.add(Page.of(page), causes, connection);
                page = next.join();
            } while (!page.isEmpty());
            Map<String, FlowRow> unended = batch.write(connection, position);
            connection.commit();
            open = unended.size() > MOST_OPEN_REMEMBERED ? Map.of() : unended;
            note(batch);
            return position;
        }
    }

    /** Reads while what was read before is being folded: with two cores, one can wait for the database. */
    private CompletableFuture<List<StoredEvent>> readAfter(long position) {
        return CompletableFuture.supplyAsync(
                () -> events.read(position, Long.MAX_VALUE, PAGE),
                task -> Thread.ofVirtual().name("index-reader").start(task));
    }

    /** Events that were recorded while the index was not kept say nothing about how fast it is. */
    private void note(Batch batch) {
        Instant now = Instant.now();
        if (upToDate) {
            batch.recorded().forEach(recordedAt -> lag.note(recordedAt, now));
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
            open = Map.of();
            upToDate = false;
            return 0;
        }
    }
}
