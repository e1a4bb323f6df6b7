package dev.troupe.kit.replay;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.RowFolder;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A projection built anew in a schema beside the live one, from the same migrations and by the same folds.
 *
 * <p>This is the one place that makes a replay harmless: a rebuild is this class given events to read and a connection for its rows, and the
 * folds, which may only turn a row and a fact into a row. No reaction, command, job, mail or outside client can be reached from here, and
 * nothing here can append.
 */
final class Shadow<R extends Record> {

    private static final int PAGE = 2_000;

    private final ServiceDatabase database;
    private final Projection<R> projection;
    private final String schema;
    private final RowFolder<R> folder;
    private final RecordedFacts facts;
    private final DecodedPages pages;
    private final PutOffIndexes indexes;
    private final boolean inPart;
    private final String begin;

    /**
     * The shadow of a projection.
     *
     * @param inPart whether it holds some rows only, and so notes the keys of all rows it was to hold
     */
    Shadow(ServiceDatabase database, FoldedEvents events, Projection<R> projection, String schema, boolean inPart) {
        this.database = database;
        this.projection = projection;
        this.schema = schema;
        this.folder = new RowFolder<>(projection, schema);
        this.facts = new RecordedFacts(projection);
        this.pages = new DecodedPages(events, facts);
        this.indexes = new PutOffIndexes(schema, projection.name());
        this.inPart = inPart;
        this.begin = """
                SELECT (SELECT position FROM "%s".token), (SELECT coalesce(min(position), -1) FROM "%s".token),
                       set_config('synchronous_commit', 'off', true),
                       set_config('enable_seqscan', 'off', true)""".formatted(schema, projection.name());
    }

    String schema() {
        return schema;
    }

    /**
     * Makes an empty shadow; one that is left over is dropped.
     *
     * @param owner the replay it belongs to
     */
    void create(String owner) throws SQLException {
        drop();
        database.migrate(schema, "db/projection-common", "db/projection/" + projection.name());
        if (inPart) {
            execute("CREATE TABLE \"%s\".touched_key (key text PRIMARY KEY)".formatted(schema));
        }
        try (Connection connection = database.writer().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"%s\".token (processor, segment, mask, position) VALUES (?, 0, 0, -1)"
                                .formatted(schema))) {
            indexes.putOff(connection);
            insert.setString(1, projection.name());
            insert.executeUpdate();
        }
        // Last, so that a shadow that was only half made when its process was killed is made anew.
        execute("COMMENT ON SCHEMA \"%s\" IS '%s'".formatted(schema, owner));
    }

    /** Whether it has been made for a replay. */
    boolean belongsTo(Connection connection, String owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?")) {
            select.setString(1, schema);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && owner.equals(row.getString(1));
            }
        }
    }

    void drop() throws SQLException {
        execute("DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(schema));
    }

    /**
     * Prepares the connection's transaction for a step; says up to which positions the shadow and the live projection are folded.
     *
     * <p>If the server crashes, the newest steps are taken back together with their
     * token, and are folded again, so a commit need not wait for the disk. And rows are looked up by their key from the first step on: the
     * server goes by a plan that it has made once, and if it was made while there were few rows, it would be to read them all, each time, until
     * the next ANALYZE.
     */
    Standing begin(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(begin);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Standing(row.getLong(1), row.getLong(2));
        }
    }

    /**
     * Folds the next page up to a position and moves the token, in the connection's transaction.
     *
     * @param after up to which position it is folded
     */
    DecodedPages.Decoded step(Connection connection, long after, long upTo, int limit) throws SQLException {
        DecodedPages.Decoded next = pages.next(after, upTo, limit);
        folder.fold(connection, next.facts());
        if (inPart) {
            touch(connection, next.facts());
        }
        if (next.last() != null) {
            move(connection, next.last().position(), next.last().eventId());
        }
        return next;
    }

    /** Makes the shadow quick to ask, once it holds what the live projection does, in the connection's transaction. */
    void finish(Connection connection) throws SQLException {
        indexes.make(connection);
    }

    /** Folds everything up to a position, in the connection's transaction. */
    void catchUp(Connection connection, long upTo) throws SQLException {
        long position = position(connection);
        boolean atEnd = false;
        while (position < upTo && !atEnd) {
            DecodedPages.Decoded page = step(connection, position, upTo, PAGE);
            position = page.last() == null ? position : page.last().position();
            atEnd = page.atEnd();
        }
    }

    private long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position FROM \"%s\".token".formatted(schema))) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Two positions of one moment.
     *
     * @param shadow up to which the shadow is folded
     * @param live up to which the live projection is folded; -1 if nothing is
     */
    record Standing(long shadow, long live) {}

    private void touch(Connection connection, List<RecordedFact> recorded) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO \"%s\".touched_key SELECT DISTINCT unnest(?::text[]) ON CONFLICT DO NOTHING"
                        .formatted(schema))) {
            Object[] keys = recorded.stream().flatMap(facts::keysOf).toArray();
            insert.setArray(1, connection.createArrayOf("text", keys));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.writer().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void move(Connection connection, long position, UUID eventId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE \"%s\".token SET position = ?, event_id = ?".formatted(schema))) {
            update.setLong(1, position);
            update.setObject(2, eventId);
            update.executeUpdate();
        }
    }
}
