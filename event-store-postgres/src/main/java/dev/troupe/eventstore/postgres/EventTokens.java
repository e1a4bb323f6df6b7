package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes tokens from positions, and holds tokens against the store. */
final class EventTokens {

    private static final String EVENT_ID = "SELECT event_id FROM events.event WHERE position = ?";
    private static final String LAST_UP_TO = "SELECT max(position) FROM events.event WHERE position <= ?";
    private static final String FIRST_SINCE =
            "SELECT min(position) FROM events.event WHERE occurred_at >= ? AND position <= ?";

    private EventTokens() {}

    /** The token of the last event at or before a position; null, which is the start of the store, if there is none. */
    static @Nullable EventToken at(Connection connection, long position) throws SQLException {
        long last = EventRows.number(connection, LAST_UP_TO, 0, statement -> statement.setLong(1, position));
        UUID id = last == 0 ? null : eventId(connection, last);
        return id == null ? null : new EventToken(last, id);
    }

    /** The token from which all events are delivered that occurred at the time or later; the settled position's if there are none. */
    static @Nullable EventToken at(Connection connection, Instant time, long settled) throws SQLException {
        long first = EventRows.number(connection, FIRST_SINCE, settled + 1, statement -> {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            statement.setLong(2, settled);
        });
        return at(connection, first - 1);
    }

    /** Refuses a token whose event is not in the store. */
    static void verify(Connection connection, EventToken token) throws SQLException {
        UUID found = eventId(connection, token.globalPosition());
        if (token.eventId().equals(found)) {
            return;
        }
        String there = found != null ? "holds event " + found : "is empty";
        throw new TokenMismatchException(
                "A consumer has come to position " + token.globalPosition() + ", event " + token.eventId()
                        + ", but that position " + there + " and the store ends at position "
                        + SettledPosition.highest(connection)
                        + ". The store was restored, failed over to a copy that lacked events, or is another one. Compare the two and reset the"
                        + " consumer's token on purpose.");
    }

    private static @Nullable UUID eventId(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT_ID)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }
}
