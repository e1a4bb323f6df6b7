package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The INSERT of a few events: a parameter for every value. */
record InsertOfValues(List<PlacedEvent> events) implements SqlPart {

    private static final String HEAD =
            "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, revision,"
                    + " occurred_at, metadata, payload) VALUES ";
    private static final String ROW =
            "(?, CASE WHEN ? THEN (SELECT p.stream_position + 1 FROM events.event p WHERE p.stream = ? AND"
                    + " p.stream_position = ?) ELSE ? END, ?, ?, ?, ?, ?, ?::json, ?::json)";
    private static final int PARAMETERS = 12;
    private static final ConcurrentMap<Integer, String> STATEMENTS = new ConcurrentHashMap<>();

    @Override
    public String sql() {
        return STATEMENTS.computeIfAbsent(events.size(), n -> HEAD + String.join(", ", Collections.nCopies(n, ROW)));
    }

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        int parameters = 0;
        for (PlacedEvent placed : events) {
            set(statement, before + parameters, placed.event(), placed.follows());
            parameters += PARAMETERS;
        }
        return parameters;
    }

    private static void set(PreparedStatement statement, int before, NewEvent event, boolean follows)
            throws SQLException {
        statement.setString(before + 1, event.stream());
        statement.setBoolean(before + 2, follows);
        statement.setString(before + 3, event.stream());
        statement.setLong(before + 4, event.streamPosition() - 1);
        statement.setLong(before + 5, event.streamPosition());
        statement.setString(before + 6, event.aggregateType());
        statement.setObject(before + 7, event.eventId());
        statement.setString(before + 8, event.type());
        statement.setString(before + 9, event.revision());
        statement.setObject(before + 10, event.occurredAt().atOffset(ZoneOffset.UTC));
        statement.setString(before + 11, event.metadata());
        statement.setString(before + 12, event.payload());
    }
}
