package dev.troupe.kit.axonserver;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Finds events by flow, id and type, which Axon Server cannot. It is kept in PostgreSQL, made from the log and may be a little behind it; what
 * is missing is read from the log itself.
 */
final class EventIndex {

    /** Under which name its position is kept, beside the index. */
    static final String PROCESSOR = "event-index";

    private static final String INDEXED =
            "SELECT coalesce(max(position), 0) FROM choreography.token WHERE processor = '" + PROCESSOR + "'";
    private static final String OF_FLOW = "SELECT position FROM choreography.event_index WHERE flow_id = ?";
    private static final String BY_ID =
            "SELECT position, event_id FROM choreography.event_index WHERE event_id = ANY (?)";
    private static final String COUNT =
            "SELECT type, count(*) FROM choreography.event_index WHERE type = ANY (?) AND position <= ? GROUP BY type";

    private final DataSource reader;

    /**
     * Looks in an index.
     *
     * @param reader a role that may read what services say of themselves
     */
    EventIndex(DataSource reader) {
        this.reader = reader;
    }

    /** Up to which position all events are in the index. */
    long indexed() {
        return query(INDEXED, (connection, select) -> {}, row -> row.getLong(1)).getFirst();
    }

    List<Long> positionsOfFlow(String flowId) {
        return query(OF_FLOW, (connection, select) -> select.setString(1, flowId), row -> row.getLong(1));
    }

    Map<UUID, Long> positions(Collection<UUID> ids) {
        Map<UUID, Long> positions = new TreeMap<>();
        query(
                BY_ID,
                (connection, select) -> select.setArray(1, array(connection, "uuid", ids)),
                row -> positions.put(row.getObject(2, UUID.class), row.getLong(1)));
        return positions;
    }

    Map<String, Long> countByType(Set<String> types, long upTo) {
        Map<String, Long> counts = new TreeMap<>();
        query(
                COUNT,
                (connection, select) -> {
                    select.setArray(1, array(connection, "text", types));
                    select.setLong(2, upTo);
                },
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private static Array array(Connection connection, String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private <T extends @org.jspecify.annotations.Nullable Object> List<T> query(
            String sql, Parameters parameters, Row<T> read) {
        try (Connection connection = reader.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(connection, select);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(read.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreException("The index of events cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Parameters {
        void set(Connection connection, PreparedStatement select) throws SQLException;
    }

    private interface Row<T extends @org.jspecify.annotations.Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }
}
