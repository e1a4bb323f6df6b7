package dev.troupe.kit.replay;

import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.RowFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Measures how fast a projection is rebuilt, by reading, folding and writing its first events into a table of which nothing stays. The first
 * page warms everything up and counts only if there are no others.
 */
final class TrialRun {

    private static final int PAGE = 5_000;
    private static final int PAGES = 3;

    private final Transactions transactions;
    private final Rebuilds rebuilds;

    TrialRun(Transactions transactions, Rebuilds rebuilds) {
        this.transactions = transactions;
        this.rebuilds = rebuilds;
    }

    /** How many events are folded and written in a second; 0 if there are none. */
    <R extends Record> long eventsPerSecond(Projection<R> projection) throws SQLException {
        String schema = projection.name() + "__trial";
        return transactions.tryOut(connection -> {
            createTable(connection, projection, schema);
            return measure(connection, new RowFolder<>(projection, schema), projection);
        });
    }

    private long measure(Connection connection, RowFolder<?> folder, Projection<?> projection) throws SQLException {
        FoldedEvents events = rebuilds.all(projection);
        RecordedFacts facts = new RecordedFacts(projection);
        long after = 0;
        long counted = 0;
        long nanos = 0;
        for (int page = 0; page < PAGES; page++) {
            long began = System.nanoTime();
            FoldedEvents.Page read = events.read(after, Long.MAX_VALUE, PAGE);
            folder.fold(connection, read.events().stream().map(facts::of).toList());
            boolean warmUp = page == 0 && !read.atEnd();
            counted += warmUp ? 0 : read.events().size();
            nanos += warmUp ? 0 : System.nanoTime() - began;
            if (read.atEnd() || read.last() == null) {
                break;
            }
            after = read.last().position();
        }
        return nanos == 0 ? 0 : Math.max(counted > 0 ? 1 : 0, counted * 1_000_000_000L / nanos);
    }

    private static void createTable(Connection connection, Projection<?> projection, String schema)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA \"%s\"".formatted(schema));
            statement.execute("CREATE TABLE \"%1$s\".\"%2$s\" (LIKE \"%2$s\".\"%2$s\" INCLUDING ALL)"
                    .formatted(schema, projection.name()));
        }
    }
}
