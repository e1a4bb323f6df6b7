package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.AxonConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses to start where the store could lose or skip events, and says what to change. */
final class StartupChecks {

    private static final Logger LOG = LoggerFactory.getLogger(StartupChecks.class);
    private static final String FACTS = """
            SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
                   current_setting('transaction_timeout', true) AS transaction_timeout,
                   pg_is_in_recovery() AS standby, c.relpersistence, c.relkind, a.attidentity,
                   s.seqincrement, s.seqcache, s.seqcycle, coalesce(pg_sequence_last_value(s.seqrelid), 0) AS last_drawn,
                   (SELECT coalesce(max(position), 0) FROM events.event) AS highest
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'position'
            LEFT JOIN pg_sequence s ON s.seqrelid = pg_get_serial_sequence('events.event', 'position')::regclass
            WHERE c.oid = to_regclass('events.event')""";
    private static final String SERVER =
            "SELECT pg_postmaster_start_time()::text || current_database(), has_any_column_privilege('events.event', 'INSERT')";

    private StartupChecks() {}

    /** Checks the store as the appender sees it, and that the reader looks at the same one. */
    static void run(Connection appender, Connection reader) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (PreparedStatement statement = appender.prepareStatement(FACTS);
                ResultSet facts = statement.executeQuery()) {
            if (!facts.next()) {
                problems.add("there is no table events.event: run EventStoreSchema.migrate first");
            } else {
                durability(facts, problems);
                table(facts, problems);
                sequence(facts, problems);
            }
        }
        sameServer(appender, reader, problems);
        if (!problems.isEmpty()) {
            throw new AxonConfigurationException(
                    "The event store does not start, because events could be lost or skipped: "
                            + String.join("; ", problems) + ".");
        }
    }

    private static void durability(ResultSet facts, List<String> problems) throws SQLException {
        if (facts.getString("fsync").equals("off")) {
            problems.add("fsync is off, so a power failure destroys the database: set fsync = on in postgresql.conf");
        }
        if (facts.getString("synchronous_commit").equals("off")) {
            problems.add(
                    "synchronous_commit is off for the appending role, so a delivered event can vanish in a crash and its position be"
                            + " used again: ALTER ROLE ... SET synchronous_commit = 'on'");
        }
        if (facts.getBoolean("standby")) {
            problems.add("the server is a standby: connect to the primary");
        }
        if ("0".equals(facts.getString("transaction_timeout"))) {
            LOG.warn(
                    "The appending role has no transaction_timeout: a transaction that is left open after an append holds up all readers"
                            + " for as long. EventStoreSchema.allowAppend sets one.");
        }
    }

    private static void table(ResultSet facts, List<String> problems) throws SQLException {
        if (!facts.getString("relpersistence").equals("p")) {
            problems.add(
                    "table events.event is not logged, so a crash empties it: ALTER TABLE events.event SET LOGGED");
        }
        if (!facts.getString("relkind").equals("r")) {
            problems.add(
                    "events.event is not a plain table: a partitioned one cannot keep streams unique, and its appends are not seen by"
                            + " readers");
        }
        if (!facts.getString("attidentity").equals("a")) {
            problems.add(
                    "events.event.position can be chosen by clients: ALTER TABLE events.event ALTER COLUMN position SET GENERATED"
                            + " ALWAYS");
        }
    }

    private static void sequence(ResultSet facts, List<String> problems) throws SQLException {
        if (facts.getLong("seqincrement") != 1 || facts.getLong("seqcache") != 1 || facts.getBoolean("seqcycle")) {
            problems.add(
                    "positions would not be drawn one after the other: ALTER TABLE events.event ALTER COLUMN position SET INCREMENT BY"
                            + " 1 SET CACHE 1 SET NO CYCLE");
        }
        if (facts.getLong("last_drawn") < facts.getLong("highest")) {
            problems.add(
                    "the sequence of positions stands at " + facts.getLong("last_drawn") + " but the table has come to "
                            + facts.getLong("highest")
                            + " (was it copied without its sequence?): SELECT setval(pg_get_serial_sequence("
                            + "'events.event', 'position'), (SELECT max(position) FROM events.event))");
        }
    }

    private static void sameServer(Connection appender, Connection reader, List<String> problems) throws SQLException {
        try (PreparedStatement one = appender.prepareStatement(SERVER);
                PreparedStatement other = reader.prepareStatement(SERVER);
                ResultSet append = one.executeQuery();
                ResultSet read = other.executeQuery()) {
            append.next();
            read.next();
            if (!append.getString(1).equals(read.getString(1))) {
                problems.add(
                        "the reader is connected to another database than the appender: point both at the same primary");
            }
            if (read.getBoolean(2)) {
                LOG.warn(
                        "The reader's role may append events. Give it a role that cannot, such as a member of troupe_read alone.");
            }
        }
    }
}
