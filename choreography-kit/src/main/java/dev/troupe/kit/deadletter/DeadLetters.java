package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.store.EventSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The events that could not be handled, and those of the same sequence that wait behind them. A letter points to its event in the store
 * instead of copying it: so it is read through the newest upcasters when it is tried again, and no second copy of its data lies about.
 */
public final class DeadLetters {

    private final JdbcTransactions transactions;
    private final EventSource source;
    private final String table;
    /** Sequences that may have a letter; the database is only asked about these. */
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    /**
     * Makes the dead letters of a service.
     *
     * @param schema the service's schema
     */
    public DeadLetters(JdbcTransactions transactions, EventSource source, String schema) {
        this.transactions = transactions;
        this.source = source;
        this.table = '"' + schema + "\".dead_letter";
    }

    /** Learns which sequences of a processor have letters; to be called when a segment is claimed. */
    public void recall(String processor) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT DISTINCT sequence FROM " + table + " WHERE processor = ?")) {
            select.setString(1, processor);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    suspects.add(suspect(processor, rows.getString(1)));
                }
            }
        }
    }

    /** Parks an event behind the letters of its sequence, if there are any; whether it did. */
    public boolean parkBehind(String processor, String sequence, TrackedEventMessage<?> event) throws SQLException {
        if (!suspects.contains(suspect(processor, sequence))) {
            return false;
        }
        lock(processor, sequence);
        if (!hasLetters(processor, sequence)) {
            suspects.remove(suspect(processor, sequence));
            return false;
        }
        insert(processor, sequence, event, null);
        return true;
    }

    /** Parks an event that cannot be handled. */
    public void park(String processor, String sequence, TrackedEventMessage<?> event, Throwable cause)
            throws SQLException {
        lock(processor, sequence);
        insert(processor, sequence, event, cause);
        suspects.add(suspect(processor, sequence));
    }

    private void insert(String processor, String sequence, TrackedEventMessage<?> event, @Nullable Throwable cause)
            throws SQLException {
        String sql =
                "INSERT INTO %s (processor, sequence, position, event_id, event_type, cause_type, cause_message) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        .formatted(table);
        try (Connection connection = transactions.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, processor);
            insert.setString(2, sequence);
            insert.setLong(3, source.positionOf(event).value());
            insert.setString(4, event.getIdentifier());
            insert.setString(5, dev.troupe.events.FactCatalogue.nameOf(event.getPayloadType()));
            insert.setString(6, cause == null ? null : root(cause).getClass().getName());
            insert.setString(7, cause == null ? null : root(cause).getMessage());
            insert.executeUpdate();
        }
    }

    private boolean hasLetters(String processor, String sequence) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM " + table + " WHERE processor = ? AND sequence = ?)")) {
            select.setString(1, processor);
            select.setString(2, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Keeps whoever retries a sequence and whoever parks behind it apart until either has committed. */
    private void lock(String processor, String sequence) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, table + suspect(processor, sequence));
            lock.execute();
        }
    }

    private static String suspect(String processor, String sequence) {
        return processor + '\n' + sequence;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
