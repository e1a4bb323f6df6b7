package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The INSERT of many events: an array for every column, so that it is the same statement for any number. */
final class InsertOfArrays {

    private static final String SQL = """
            INSERT INTO events.event
                (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, metadata, payload)
            SELECT e.stream,
                   CASE WHEN e.follows THEN
                       (SELECT p.stream_position + 1 FROM events.event p
                        WHERE p.stream = e.stream AND p.stream_position = e.stream_position - 1)
                   ELSE e.stream_position END,
                   e.aggregate_type, e.event_id, e.type, e.revision, e.occurred_at, e.metadata::json, e.payload::json
            FROM unnest(?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::text[])
                WITH ORDINALITY AS e(stream, stream_position, follows, aggregate_type, event_id, type, revision, occurred_at,
                                     metadata, payload, nth)
            ORDER BY e.nth""";

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<NewEvent> events;

    private InsertOfArrays(Connection connection, PreparedStatement statement, List<NewEvent> events) {
        this.connection = connection;
        this.statement = statement;
        this.events = events;
    }

    static void execute(Connection connection, List<NewEvent> events, Boolean[] follows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(3, connection.createArrayOf("bool", follows));
            new InsertOfArrays(connection, statement, events).setColumns();
            statement.executeUpdate();
        }
    }

    private void setColumns() throws SQLException {
        set(1, "text", new String[events.size()], NewEvent::stream);
        set(2, "int8", new Long[events.size()], NewEvent::streamPosition);
        set(4, "text", new String[events.size()], NewEvent::aggregateType);
        set(5, "uuid", new Object[events.size()], NewEvent::eventId);
        set(6, "text", new String[events.size()], NewEvent::type);
        set(7, "text", new String[events.size()], NewEvent::revision);
        set(8, "text", new String[events.size()], event -> event.occurredAt().toString());
        set(9, "text", new String[events.size()], NewEvent::metadata);
        set(10, "text", new String[events.size()], NewEvent::payload);
    }

    private <T> void set(int index, String type, @Nullable T[] values, Function<NewEvent, @Nullable T> value)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(events.get(i));
        }
        statement.setArray(index, connection.createArrayOf(type, values));
    }
}
