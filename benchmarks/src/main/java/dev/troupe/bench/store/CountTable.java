package dev.troupe.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table that events are replayed into: a row per flow. */
final class CountTable {

    static final String NAME = "bench_count";

    private static final String TABLE = NAME + "." + NAME;

    private CountTable() {}

    static void make(DataSource dataSource) {
        execute(dataSource, "CREATE SCHEMA IF NOT EXISTS " + NAME);
        execute(
                dataSource,
                "CREATE TABLE IF NOT EXISTS " + TABLE
                        + " (flow text PRIMARY KEY, events bigint NOT NULL, last_hop integer NOT NULL)");
    }

    static void empty(DataSource dataSource) {
        execute(dataSource, "TRUNCATE " + TABLE);
    }

    /** Counts one event, in the way in which a handler of single events does it. */
    static void count(Connection connection, Happened event) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO " + TABLE
                        + " AS c VALUES (?, 1, ?) ON CONFLICT (flow) DO UPDATE SET events = c.events + 1, last_hop = excluded.last_hop")) {
            upsert.setString(1, event.flow());
            upsert.setInt(2, event.hop());
            upsert.executeUpdate();
        }
    }

    /** Fails if not all events were counted. */
    static void check(DataSource dataSource, long events) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(sum(events), 0) FROM " + TABLE)) {
            row.next();
            if (row.getLong(1) != events) {
                throw new IllegalStateException("counted " + row.getLong(1) + " of " + events + " events");
            }
        }
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
