package dev.troupe.eventstore.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Writes events that were recorded elsewhere, with their times and in their order; they get new positions. */
public final class EventCopier {

    private static final String INSERT =
            "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, recorded_at, metadata, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)";

    private final DataSource owner;

    /**
     * Copies into a database.
     *
     * @param owner the role that owns the events, because no other may say when an event was recorded
     */
    public EventCopier(DataSource owner) {
        this.owner = owner;
    }

    /** Writes all of them or none. */
    public void append(List<StoredEvent> events) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (StoredEvent event : events) {
                    set(insert, event);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new EventStoreException("Cannot copy events: " + e.getMessage(), e);
        }
    }

    private static void set(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setString(1, event.stream());
        insert.setLong(2, event.streamPosition());
        insert.setString(3, event.aggregateType());
        insert.setObject(4, event.eventId());
        insert.setString(5, event.type());
        insert.setString(6, event.revision());
        insert.setObject(7, event.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setObject(8, event.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setString(9, new String(event.metadata(), StandardCharsets.UTF_8));
        insert.setString(10, new String(event.payload(), StandardCharsets.UTF_8));
    }
}
