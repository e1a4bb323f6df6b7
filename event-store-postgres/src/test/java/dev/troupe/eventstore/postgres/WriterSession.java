package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.JSON;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One appending session whose transactions a test opens, keeps open and ends as it likes. */
final class WriterSession implements AutoCloseable {

    private final Connection connection;

    WriterSession(TestDatabase database) throws SQLException {
        connection = database.plain("appender").getConnection();
        connection.setAutoCommit(false);
    }

    WriterSession append(String stream, long position) throws SQLException {
        List<NewEvent> events = List.of(NewEvent.of(event(stream, position), JSON));
        SqlPart.execute(connection, new PendingWrites().add(events).statements());
        return this;
    }

    /** Draws a position and then waits for an advisory lock, before the row is inserted and before the transaction has an xid. */
    void appendBehindLock(String stream, long advisoryLock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO events.event (stream, stream_position, event_id, type, occurred_at, metadata, payload)"
                        + " VALUES (? || pg_advisory_lock(?), 0, gen_random_uuid(), 'late', now(), '{}', '{}')")) {
            insert.setString(1, stream);
            insert.setLong(2, advisoryLock);
            insert.executeUpdate();
        }
    }

    WriterSession execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
