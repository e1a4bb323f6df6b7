package dev.troupe.viewer.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the index's tables, many rows in one statement: a row travels as the JSON of its record. */
final class IndexTables {

    private static final String SCHEMA = "trace_viewer.";
    private static final String COLUMNS = """
            flow_id text, kind text, customer text, skus text[], seen text[], outcome text, reason text, ended boolean,
            next_due timestamptz, began timestamptz, settled_at timestamptz, last_at timestamptz, latency_millis bigint,
            events integer, last_type text, first_position bigint, last_position bigint, owed jsonb, path text""";
    private static final String PUT_FLOWS = """
            INSERT INTO trace_viewer.flow AS f SELECT * FROM jsonb_to_recordset(?::jsonb) AS r (%s)
            ON CONFLICT (flow_id) DO UPDATE SET
              kind = EXCLUDED.kind, customer = EXCLUDED.customer, skus = EXCLUDED.skus, seen = EXCLUDED.seen, path = EXCLUDED.path,
              outcome = EXCLUDED.outcome, reason = EXCLUDED.reason, ended = EXCLUDED.ended, next_due = EXCLUDED.next_due,
              settled_at = EXCLUDED.settled_at, last_at = EXCLUDED.last_at, latency_millis = EXCLUDED.latency_millis,
              events = EXCLUDED.events, last_type = EXCLUDED.last_type, last_position = EXCLUDED.last_position,
              owed = EXCLUDED.owed""".formatted(COLUMNS);
    private static final String ADD_MINUTES = """
            INSERT INTO trace_viewer.minute_count AS m SELECT * FROM jsonb_to_recordset(?::jsonb)
              AS r (minute timestamptz, type text, source text, events bigint)
            ON CONFLICT (minute, type, source) DO UPDATE SET events = m.events + EXCLUDED.events""";
    private static final String ADD_STEPS = """
            INSERT INTO trace_viewer.reaction_count AS c SELECT * FROM jsonb_to_recordset(?::jsonb)
              AS r (cause text, source text, effect text, events bigint, total_millis bigint, max_millis bigint, minute timestamptz)
            ON CONFLICT (minute, cause, source, effect) DO UPDATE SET events = c.events + EXCLUDED.events,
              total_millis = c.total_millis + EXCLUDED.total_millis, max_millis = greatest(c.max_millis, EXCLUDED.max_millis)""";

    private IndexTables() {}

    /**
     * For this transaction, rows are looked up by their keys. While the index is being filled the planner has no statistics, believes the table to
     * be small, and would read all of it for every page.
     */
    static void lookUpByKey(Connection connection) throws SQLException {
        Sql.query(connection, "SELECT set_config('enable_seqscan', 'off', true)", row -> row.getString(1));
    }

    /** How far the index is. */
    static Progress progress(Connection connection) throws SQLException {
        return Sql.query(
                        connection,
                        "SELECT position, declarations FROM " + SCHEMA + "progress",
                        row -> new Progress(row.getLong(1), row.getString(2)))
                .getFirst();
    }

    /** Notes how far the index is, and how many flows are new in it. */
    static void moveTo(Connection connection, long position, long newFlows) throws SQLException {
        Sql.update(connection, "UPDATE " + SCHEMA + "progress SET position = ?, flows = flows + ?", position, newFlows);
    }

    /** Forgets everything, to begin again with other declarations. */
    static void clear(Connection connection, String declarations) throws SQLException {
        Sql.update(connection, "TRUNCATE trace_viewer.flow, trace_viewer.minute_count, trace_viewer.reaction_count");
        Sql.update(
                connection,
                "UPDATE " + SCHEMA + "progress SET position = 0, flows = 0, declarations = ?",
                declarations);
    }

    /** What is kept of these flows, by their ids. */
    static Map<String, FlowRow> flows(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, FlowRow> rows = new HashMap<>();
        Sql.query(
                        connection,
                        "SELECT row_to_json(f) FROM trace_viewer.flow f WHERE flow_id = ANY (?)",
                        row -> FlowRows.parse(row.getString(1)),
                        (Object) ids.toArray(String[]::new))
                .forEach(row -> rows.put(row.flowId(), row));
        return rows;
    }

    static void put(Connection connection, List<FlowRow> rows) throws SQLException {
        Sql.update(connection, PUT_FLOWS, json(rows));
    }

    static void add(Connection connection, Tally tally) throws SQLException {
        Sql.update(
                connection,
                ADD_MINUTES,
                json(tally.minutes().entrySet().stream()
                        .map(entry -> Map.of(
                                "minute", entry.getKey().minute(),
                                "type", entry.getKey().type(),
                                "source", entry.getKey().source(),
                                "events", entry.getValue()))
                        .toList()));
        Sql.update(
                connection,
                ADD_STEPS,
                json(tally.steps().entrySet().stream()
                        .map(entry -> Map.of(
                                "minute", entry.getKey().minute(),
                                "cause", entry.getKey().cause(),
                                "source", entry.getKey().source(),
                                "effect", entry.getKey().effect(),
                                "events", entry.getValue().events(),
                                "total_millis", entry.getValue().totalMillis(),
                                "max_millis", entry.getValue().maxMillis()))
                        .toList()));
    }

    private static String json(Object rows) throws SQLException {
        try {
            return FactMapper.get().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new SQLException("Rows of the index cannot be written as JSON", e);
        }
    }

    /** How far the index is, and for which declarations. */
    record Progress(long position, String declarations) {}
}
