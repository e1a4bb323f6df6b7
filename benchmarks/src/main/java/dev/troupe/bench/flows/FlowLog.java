package dev.troupe.bench.flows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the event log says about flows; its clock is the database's. */
final class FlowLog {

    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM events.event";
    private static final String PLACED =
            "SELECT count(*) FROM events.event WHERE position > ? AND type = 'order.placed'";
    private static final String COMPLETED =
            "SELECT count(*) FROM events.event WHERE position > ? AND type = 'order.completed'";
    private static final String ENDED = "SELECT count(*) FROM events.event WHERE position > ?"
            + " AND type IN ('order.completed', 'order.cancelled')";
    private static final String LATENCIES = """
            SELECT extract(epoch FROM completed.recorded_at - placed.recorded_at) * 1000
            FROM events.event placed
            JOIN events.event completed ON completed.metadata ->> 'correlationId' = placed.metadata ->> 'correlationId'
                 AND completed.type = 'order.completed'
            WHERE placed.position > ? AND placed.position <= ? AND placed.type = 'order.placed'""";
    private static final String BALLAST = """
            INSERT INTO events.event
                (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, metadata, payload)
            SELECT 'ballast-' || n / 10, n % 10, 'Ballast', gen_random_uuid(), 'bench.ballast', '1', now(),
                   json_build_object('correlationId', 'ballast-' || n / 10, 'source', 'bench/1'),
                   json_build_object('text', repeat('ballast ', 35))
            FROM generate_series(0, ?) n""";
    private static final String BEHIND = """
            SELECT count(*) FROM choreography.instance i, jsonb_array_elements(i.status -> 'segments') s
            WHERE (s ->> 'position')::bigint < (SELECT max(position) FROM events.event)""";

    private final DataSource admin;

    FlowLog(DataSource admin) {
        this.admin = admin;
    }

    long head() throws SQLException {
        return number(HEAD);
    }

    long placedSince(long position) throws SQLException {
        return number(PLACED, position);
    }

    long completedSince(long position) throws SQLException {
        return number(COMPLETED, position);
    }

    long endedSince(long position) throws SQLException {
        return number(ENDED, position);
    }

    /** Stores events that concern nobody, so many that there are as many as wanted. */
    void fillUpTo(long events) throws SQLException {
        long missing = events - number("SELECT count(*) FROM events.event");
        if (missing > 0) {
            try (Connection connection = admin.getConnection();
                    PreparedStatement fill = connection.prepareStatement(BALLAST)) {
                fill.setLong(1, missing - 1);
                fill.executeUpdate();
            }
        }
    }

    /** How many segments of all services have not seen everything yet. */
    long segmentsBehind() throws SQLException {
        return number(BEHIND);
    }

    /** How long the orders that were placed between two positions took to complete, in ms, as far as they did. */
    double[] latencies(long after, long upTo) throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = admin.getConnection();
                PreparedStatement select = connection.prepareStatement(LATENCIES)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    millis.add(rows.getDouble(1));
                }
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private long number(String sql, long... parameters) throws SQLException {
        try (Connection connection = admin.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
