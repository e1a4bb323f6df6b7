package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The INSERT of a few events: a parameter for every value.
 *
 * <p>If all of them begin their streams, the statement has no look for predecessors. Were there one that a parameter says is not needed,
 * PostgreSQL would find a plan for just these parameters cheaper than one for any, and make one every time.
 */
record InsertOfValues(List<PlacedEvent> events) implements SqlPart {

    private static final String HEAD =
            "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, revision,"
                    + " occurred_at, metadata, payload) VALUES ";
    private static final String PLACE = "?";
    private static final String PLACE_BEHIND_PREDECESSOR =
            "CASE WHEN ? THEN (SELECT p.stream_position + 1 FROM events.event p WHERE p.stream = ? AND"
                    + " p.stream_position = ?) ELSE ? END";
    private static final ConcurrentMap<Shape, String> STATEMENTS = new ConcurrentHashMap<>();

    @Override
    public String sql() {
        return STATEMENTS.computeIfAbsent(new Shape(events.size(), anyFollows()), Shape::sql);
    }

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        boolean looks = anyFollows();
        int last = before;
        for (PlacedEvent placed : events) {
            NewEvent event = placed.event();
            statement.setString(++last, event.stream());
            if (looks) {
                statement.setBoolean(++last, placed.follows());
                statement.setString(++last, event.stream());
                statement.setLong(++last, event.streamPosition() - 1);
            }
            statement.setLong(++last, event.streamPosition());
            statement.setString(++last, event.aggregateType());
            statement.setObject(++last, event.eventId());
            statement.setString(++last, event.type());
            statement.setString(++last, event.revision());
            statement.setObject(++last, event.occurredAt().atOffset(ZoneOffset.UTC));
            statement.setString(++last, event.metadata());
            statement.setString(++last, event.payload());
        }
        return last - before;
    }

    private boolean anyFollows() {
        return events.stream().anyMatch(PlacedEvent::follows);
    }

    private record Shape(int rows, boolean looksForPredecessors) {

        String sql() {
            String place = looksForPredecessors ? PLACE_BEHIND_PREDECESSOR : PLACE;
            return HEAD
                    + String.join(
                            ", ", Collections.nCopies(rows, "(?, " + place + ", ?, ?, ?, ?, ?, ?::json, ?::json)"));
        }
    }
}
