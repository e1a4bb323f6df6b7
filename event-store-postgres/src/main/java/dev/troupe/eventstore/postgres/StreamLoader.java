package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Reads single streams and writes and reads their snapshots, each in one statement. */
final class StreamLoader {

    private static final String EVENTS = "SELECT " + EventRows.COLUMNS
            + " FROM events.event WHERE stream = ? AND stream_position >= ? ORDER BY stream_position";
    private static final String EVENT =
            "SELECT " + EventRows.COLUMNS + " FROM events.event WHERE stream = ? AND stream_position = ?";
    private static final String SNAPSHOT =
            "SELECT 0, " + EventRows.SNAPSHOT_COLUMNS + " FROM events.snapshot WHERE stream = ?";
    /** The snapshot is known by position 0, which no event has; both parts see the same moment. Sorting costs less here than there. */
    private static final String SNAPSHOT_AND_EVENTS = "SELECT 0::bigint AS position, " + EventRows.SNAPSHOT_COLUMNS
            + " FROM events.snapshot WHERE stream = ?"
            + " UNION ALL SELECT " + EventRows.COLUMNS + " FROM events.event WHERE stream = ? AND stream_position >"
            + " coalesce((SELECT stream_position FROM events.snapshot WHERE stream = ?), -1)";

    private static final String LAST = "SELECT max(stream_position) FROM events.event WHERE stream = ?";
    private static final String STORE = "INSERT INTO events.snapshot AS s (" + EventRows.SNAPSHOT_COLUMNS
            + ") VALUES (?, ?, ?, ?::uuid, ?, ?, ?::timestamptz, clock_timestamp(), ?::json, ?::json)"
            + " ON CONFLICT (stream) DO UPDATE SET stream_position = excluded.stream_position,"
            + " aggregate_type = excluded.aggregate_type, event_id = excluded.event_id, type = excluded.type,"
            + " revision = excluded.revision, occurred_at = excluded.occurred_at, recorded_at = excluded.recorded_at,"
            + " metadata = excluded.metadata, payload = excluded.payload"
            + " WHERE s.stream_position <= excluded.stream_position";

    private StreamLoader() {}

    static List<StoredEvent> events(Connection connection, String stream, long from) throws SQLException {
        return EventRows.query(connection, EVENTS, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, from);
        });
    }

    static List<StoredEvent> events(Connection connection, String stream, long from, int limit) throws SQLException {
        return EventRows.query(connection, EVENTS + " LIMIT ?", statement -> {
            statement.setString(1, stream);
            statement.setLong(2, from);
            statement.setInt(3, limit);
        });
    }

    /**
     * The events of a stream from a place on where mostly there are none yet. Streams have no gaps, so one look for the event of that place tells; PostgreSQL
     * needs no plan of its own for it, as it has for a range, whose rows it believes to be fewer when it knows the stream.
     */
    static List<StoredEvent> news(Connection connection, String stream, long from) throws SQLException {
        List<StoredEvent> next = EventRows.query(connection, EVENT, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, from);
        });
        if (!next.isEmpty()) {
            next.addAll(events(connection, stream, from + 1));
        }
        return next;
    }

    /** The newest snapshot, if there is one, and the events after it. */
    static List<StoredEvent> snapshotAndEvents(Connection connection, String stream) throws SQLException {
        List<StoredEvent> rows = EventRows.query(connection, SNAPSHOT_AND_EVENTS, statement -> {
            statement.setString(1, stream);
            statement.setString(2, stream);
            statement.setString(3, stream);
        });
        rows.sort(Comparator.comparingLong(StoredEvent::position));
        return rows;
    }

    static boolean isSnapshot(StoredEvent row) {
        return row.position() == 0;
    }

    static List<StoredEvent> snapshot(Connection connection, String stream) throws SQLException {
        return EventRows.query(connection, SNAPSHOT, statement -> statement.setString(1, stream));
    }

    /** The position of the newest event of the stream, -1 if there is none. */
    static long lastPosition(Connection connection, String stream) throws SQLException {
        return EventRows.number(connection, LAST, -1, statement -> statement.setString(1, stream));
    }

    /** Keeps the newer one if a snapshot is stored already. */
    static void store(Connection connection, NewEvent snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, snapshot.stream());
            statement.setLong(2, snapshot.streamPosition());
            statement.setString(3, snapshot.aggregateType());
            statement.setString(4, snapshot.eventId().toString());
            statement.setString(5, snapshot.type());
            statement.setString(6, snapshot.revision());
            statement.setString(7, snapshot.occurredAt().toString());
            statement.setString(8, snapshot.metadata());
            statement.setString(9, snapshot.payload());
            statement.executeUpdate();
        }
    }
}
