package dev.troupe.kit.replay;

import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps every replay of a service in its schema. */
final class ReplayLog {

    private final String table;

    ReplayLog(String schema) {
        this.table = '"' + schema + "\".replay";
    }

    void add(Connection connection, Replay replay) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                + " (id, projection, state, requested_by, events_per_second, target) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, replay.id());
            insert.setString(2, replay.projection());
            insert.setString(3, replay.state().name());
            insert.setString(4, replay.requestedBy());
            insert.setInt(5, replay.eventsPerSecond());
            insert.setLong(6, replay.target());
            insert.executeUpdate();
        }
    }

    /** Moves a replay from one state to another; whether it was in the former. */
    boolean change(Connection connection, String id, State from, State to, String note) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
                + " SET state = ?, note = nullif(?, ''), changed_at = now() WHERE id = ? AND state = ?")) {
            update.setString(1, to.name());
            update.setString(2, note);
            update.setString(3, id);
            update.setString(4, from.name());
            return update.executeUpdate() == 1;
        }
    }

    void progressed(Connection connection, String id, long position, int events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table + " SET position = ?, events = events + ?, changed_at = now() WHERE id = ?")) {
            update.setLong(1, position);
            update.setInt(2, events);
            update.setString(3, id);
            update.executeUpdate();
        }
    }

    void throttle(Connection connection, String id, int eventsPerSecond) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table + " SET events_per_second = ?, changed_at = now() WHERE id = ?")) {
            update.setInt(1, eventsPerSecond);
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    Optional<Replay> find(Connection connection, String id) throws SQLException {
        return query(connection, "WHERE id = ?", id).stream().findFirst();
    }

    List<Replay> all(Connection connection) throws SQLException {
        return query(connection, "ORDER BY requested_at DESC, id LIMIT 1000");
    }

    private List<Replay> query(Connection connection, String clause, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " " + clause)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<Replay> replays = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    replays.add(read(row));
                }
            }
            return replays;
        }
    }

    private static Replay read(ResultSet row) throws SQLException {
        return new Replay(
                row.getString("id"),
                row.getString("projection"),
                State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getInt("events_per_second"),
                row.getLong("position"),
                row.getLong("target"),
                row.getLong("events"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
