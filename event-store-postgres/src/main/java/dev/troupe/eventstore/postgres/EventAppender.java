package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes events with one INSERT, in their order, whole or not at all.
 *
 * <p>The first event that a statement brings for a stream takes its place from its predecessor's row, so without that row the place is null and
 * the INSERT fails: a gap is refused for the price of one look into an index.
 */
final class EventAppender {

    /** Up to here a statement with a parameter per value costs the server less than one with an array per column. */
    private static final int FEW = 8;

    private EventAppender() {}

    static void insert(Connection connection, List<NewEvent> events) throws SQLException {
        Boolean[] follows = follows(events);
        if (events.size() <= FEW) {
            InsertOfValues.execute(connection, events, follows);
        } else {
            InsertOfArrays.execute(connection, events, follows);
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
}
