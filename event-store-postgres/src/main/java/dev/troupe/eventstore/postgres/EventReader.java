package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads stored events in bulk, for replays and for whoever looks at flows; needs nothing but the right to read. */
public final class EventReader {

    private static final int PAGE = 2_000;
    private static final String OF_TYPES = "SELECT " + EventRows.COLUMNS
            + " FROM events.event WHERE position > ? AND position <= ? AND type = ANY (?) ORDER BY position LIMIT ?";
    private static final String OF_FLOW = "SELECT " + EventRows.COLUMNS
            + " FROM events.event WHERE metadata ->> 'correlationId' = ? ORDER BY position";
    private static final String AT =
            "SELECT " + EventRows.COLUMNS + " FROM events.event WHERE position = ANY (?) ORDER BY position";
    private static final String BY_ID =
            "SELECT " + EventRows.COLUMNS + " FROM events.event WHERE event_id = ANY (?) ORDER BY position";
    private static final String COUNT =
            "SELECT type, count(*) FROM events.event WHERE position <= ? AND type = ANY (?) GROUP BY type";

    private final DataSource dataSource;
    private final SettledPosition settled;

    public EventReader(DataSource dataSource) {
        this(dataSource, new SettledPosition());
    }

    EventReader(DataSource dataSource, SettledPosition settled) {
        this.dataSource = dataSource;
        this.settled = settled;
    }

    /**
     * The position up to which the order of events is final. If an append is open for more than a second, the one that was found before, 0
     * at first.
     */
    public long settledPosition() {
        return settled.upToDate(dataSource);
    }

    /**
     * Up to {@code limit} events with positions greater than {@code after} and at most {@code upTo}, in order. Never goes beyond the
     * settled position.
     */
    public List<StoredEvent> read(long after, long upTo, int limit) {
        long bound = bound(upTo);
        return query("read events after position " + after, c -> EventRows.between(c, after, bound, limit));
    }

    /** Like the other, but only events of these types, by the names they are stored under. */
    public List<StoredEvent> read(long after, long upTo, int limit, Set<String> types) {
        long bound = bound(upTo);
        return query(
                "read events after position " + after,
                c -> EventRows.query(c, OF_TYPES, statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, bound);
                    statement.setArray(3, c.createArrayOf("text", types.toArray(String[]::new)));
                    statement.setInt(4, limit);
                }));
    }

    /** All events with positions greater than {@code after} and at most {@code upTo}, read in pages, one page ahead. */
    public Stream<StoredEvent> stream(long after, long upTo) {
        Iterable<List<StoredEvent>> pages = () -> new PagesAhead(this, after, upTo, PAGE);
        return StreamSupport.stream(pages.spliterator(), false).flatMap(List::stream);
    }

    /** The committed events of a flow, in order; those of the last moments may not be settled yet. */
    public List<StoredEvent> eventsOfFlow(String correlationId) {
        Objects.requireNonNull(correlationId, "correlationId");
        return query(
                "read flow " + correlationId,
                c -> EventRows.query(c, OF_FLOW, statement -> statement.setString(1, correlationId)));
    }

    /** The events of a stream from a place in it on, in order. */
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition) {
        return query("read stream " + stream, c -> StreamLoader.events(c, stream, fromStreamPosition));
    }

    /** Up to {@code limit} of them. */
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition, int limit) {
        return query("read stream " + stream, c -> StreamLoader.events(c, stream, fromStreamPosition, limit));
    }

    /** The committed events at these positions, in order; nothing for a position that holds none. */
    public List<StoredEvent> eventsAt(Collection<Long> positions) {
        return query(
                "read single events",
                c -> EventRows.query(
                        c, AT, statement -> statement.setArray(1, c.createArrayOf("bigint", positions.toArray()))));
    }

    /** The committed events with these ids, in order; nothing for an id that no event has. */
    public List<StoredEvent> eventsById(Collection<UUID> ids) {
        return query(
                "read events by id",
                c -> EventRows.query(
                        c, BY_ID, statement -> statement.setArray(1, c.createArrayOf("uuid", ids.toArray()))));
    }

    /** How many events of each of these types there are up to a position; types without any are left out. */
    public Map<String, Long> countByType(Set<String> types, long upTo) {
        return query("count events", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setLong(1, upTo);
                statement.setArray(2, connection.createArrayOf("text", types.toArray()));
                Map<String, Long> counts = new TreeMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getString(1), row.getLong(2));
                    }
                }
                return counts;
            }
        });
    }

    private long bound(long upTo) {
        return upTo <= settled.known() ? upTo : Math.min(upTo, settledPosition());
    }

    private <T> T query(String what, Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
