package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads rows of the event table, each method in one statement. */
final class EventRows {

    static final String COLUMNS = "position, " + EventRows.SNAPSHOT_COLUMNS;
    static final String SNAPSHOT_COLUMNS = "stream, stream_position, aggregate_type, event_id, type, revision,"
            + " occurred_at, recorded_at, metadata, payload";

    private static final String BETWEEN =
            "SELECT " + COLUMNS + " FROM events.event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";

    private EventRows() {}

    /** Up to {@code limit} rows with positions greater than {@code after} and at most {@code upTo}, in order of position. */
    static List<StoredEvent> between(Connection connection, long after, long upTo, int limit) throws SQLException {
        return query(connection, BETWEEN, statement -> {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, limit);
        });
    }

    static List<StoredEvent> query(Connection connection, String sql, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    /** Returns the single number of the first row, or {@code otherwise} if there is no row or it is null. */
    static long number(Connection connection, String sql, long otherwise, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return otherwise;
                }
                long number = rows.getLong(1);
                return rows.wasNull() ? otherwise : number;
            }
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                row.getBytes(10),
                row.getBytes(11));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
