package dev.troupe.kit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps every replay of a service in its schema, and what was done to it. */
final class ReplayLog {

    private static final int MOST_LISTED = 1_000;

    private final String table;
    private final String acts;

    ReplayLog(String schema) {
        this.table = '"' + schema + "\".replay";
        this.acts = '"' + schema + "\".replay_act";
    }

    /** Adds a running replay, and gives it the next number of its projection. */
    String add(Connection connection, ReplayPlan plan, String by) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                + " (id, projection, state, requested_by, events_per_second, position, target, selection, plan, expected_events)"
                + " SELECT ? || '-' || count(*) + 1, ?, 'RUNNING', ?, ?, -1, ?, ?::jsonb, ?::jsonb, ? FROM " + table
                + " WHERE projection = ? RETURNING id")) {
            insert.setString(1, plan.projection());
            insert.setString(2, plan.projection());
            insert.setString(3, by);
            insert.setInt(4, plan.eventsPerSecond());
            insert.setLong(5, plan.target());
            insert.setString(6, json(plan.selection()));
            insert.setString(7, json(plan));
            insert.setLong(8, plan.events());
            insert.setString(9, plan.projection());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** A replay, which nobody else can change until the connection's transaction has ended. */
    Optional<Replay> lock(Connection connection, String id) throws SQLException {
        return query(connection, "WHERE id = ? FOR UPDATE", id).stream().findFirst();
    }

    /** The same, but nothing if somebody else has it. */
    Optional<Replay> tryLock(Connection connection, String id) throws SQLException {
        return query(connection, "WHERE id = ? FOR UPDATE SKIP LOCKED", id).stream()
                .findFirst();
    }

    void enter(Connection connection, String id, State state, @Nullable String note) throws SQLException {
        update(
                connection,
                "state = ?, note = ?, changed_at = now(), current_rate = 0 WHERE id = ?",
                state.name(),
                note,
                id);
    }

    void progressed(Connection connection, String id, long position, int events, long rate) throws SQLException {
        update(
                connection,
                "position = ?, events = events + ?, current_rate = ?, changed_at = now() WHERE id = ?",
                position,
                events,
                rate,
                id);
    }

    void throttle(Connection connection, String id, int eventsPerSecond) throws SQLException {
        update(connection, "events_per_second = ?, changed_at = now() WHERE id = ?", eventsPerSecond, id);
    }

    /** Notes where what was live before is kept; nothing if it is no more. */
    void keep(Connection connection, String id, @Nullable String schema) throws SQLException {
        update(connection, "kept = ? WHERE id = ?", schema, id);
    }

    /** The replays of a projection that still keep what was live before them. */
    List<Replay> keeping(Connection connection, String projection) throws SQLException {
        return query(connection, "WHERE projection = ? AND kept IS NOT NULL", projection);
    }

    void act(Connection connection, String id, String actor, String act, @Nullable String detail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + acts + " (replay_id, actor, act, detail) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, actor);
            insert.setString(3, act);
            insert.setString(4, detail);
            insert.executeUpdate();
        }
    }

    Optional<Replay> find(Connection connection, String id) throws SQLException {
        return query(connection, "WHERE id = ?", id).stream().findFirst();
    }

    List<Replay> all(Connection connection) throws SQLException {
        return query(connection, "ORDER BY requested_at DESC, id LIMIT " + MOST_LISTED);
    }

    /** The plan of a replay; those of old have none. */
    Optional<ReplayPlan> plan(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT plan FROM " + table + " WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                String plan = row.next() ? row.getString(1) : null;
                return plan == null ? Optional.empty() : Optional.of(read(plan, ReplayPlan.class));
            }
        }
    }

    List<ReplayAct> acts(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT at, actor, act, detail FROM " + acts + " WHERE replay_id = ? ORDER BY id")) {
            select.setString(1, id);
            List<ReplayAct> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ReplayAct(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4)));
                }
            }
            return found;
        }
    }

    private void update(Connection connection, String change, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + table + " SET " + change)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
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
        State state = State.valueOf(row.getString("state"));
        return new Replay(
                row.getString("id"),
                row.getString("projection"),
                read(row.getString("selection"), Selection.class),
                state,
                row.getString("requested_by"),
                row.getInt("events_per_second"),
                row.getLong("position"),
                row.getLong("target"),
                row.getLong("events"),
                row.getLong("expected_events"),
                row.getInt("current_rate"),
                remainingMillis(row, state),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("kept"),
                row.getString("note"));
    }

    private static @Nullable Long remainingMillis(ResultSet row, State state) throws SQLException {
        int rate = row.getInt("current_rate");
        if (state != State.RUNNING || rate == 0) {
            return null;
        }
        return Math.max(0, row.getLong("expected_events") - row.getLong("events")) * 1_000 / rate;
    }

    private static String json(Object value) {
        try {
            return FactMapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A replay cannot be written down", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return FactMapper.get().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A replay cannot be read: " + json, e);
        }
    }
}
