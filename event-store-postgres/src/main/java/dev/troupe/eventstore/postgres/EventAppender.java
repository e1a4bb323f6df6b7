package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The only statement that writes events: one INSERT for all of them, in their order, whole or not at all. */
final class EventAppender {

    /**
     * The first event that a statement brings for a stream takes its place from its predecessor's row, so without that row the place is
     * null and the INSERT fails: a gap is refused for the price of one look into an index.
     */
    private static final String INSERT = """
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

    private EventAppender() {}

    static void insert(Connection connection, List<NewEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Columns columns = new Columns(connection, statement, events);
            columns.set(1, "text", NewEvent::stream);
            columns.set(2, "int8", NewEvent::streamPosition);
            statement.setArray(3, connection.createArrayOf("bool", follows(events)));
            columns.set(4, "text", NewEvent::aggregateType);
            columns.set(5, "uuid", NewEvent::eventId);
            columns.set(6, "text", NewEvent::type);
            columns.set(7, "text", NewEvent::revision);
            columns.set(8, "text", event -> event.occurredAt().toString());
            columns.set(9, "text", NewEvent::metadata);
            columns.set(10, "text", NewEvent::payload);
            statement.executeUpdate();
        }
    }

    /** For each event, whether the store must already have the one before it; refuses a batch that is not in order itself. */
    private static Boolean[] follows(List<NewEvent> events) {
        Map<String, Long> last = new HashMap<>();
        Boolean[] follows = new Boolean[events.size()];
        for (int i = 0; i < follows.length; i++) {
            NewEvent event = events.get(i);
            Long before = last.put(event.stream(), event.streamPosition());
            if (before != null && before + 1 != event.streamPosition()) {
                throw new IllegalArgumentException("Events of stream \"" + event.stream()
                        + "\" are appended out of order: position " + event.streamPosition() + " after " + before);
            }
            follows[i] = before == null && event.streamPosition() > 0;
        }
        return follows;
    }

    private record Columns(Connection connection, PreparedStatement statement, List<NewEvent> events) {

        void set(int index, String type, Function<NewEvent, @Nullable Object> value) throws SQLException {
            Object[] values = type.equals("text") ? new String[events.size()] : new Object[events.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(events.get(i));
            }
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }
}
