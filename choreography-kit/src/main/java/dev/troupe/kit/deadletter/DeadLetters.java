package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.store.EventSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** All letters, by position. */
    List<DeadLetter> list() {
        return query("ORDER BY position, processor LIMIT 1000");
    }

    /** A letter. */
    Optional<DeadLetter> find(long id) {
        return query("WHERE id = " + id).stream().findFirst();
    }

    /** The letter at the head of each sequence, by position. */
    List<DeadLetter> firstOfEachSequence() {
        return query("d WHERE position = (SELECT min(position) FROM " + table
                + " e WHERE e.processor = d.processor AND e.sequence = d.sequence) ORDER BY position");
    }

    /**
     * Handles the letter at the head of a sequence with the given handler and takes it away, in this thread's transaction; whether there
     * was one.
     */
    public boolean handleFirst(String processor, String sequence, EventConsumer handler) throws Exception {
        lock(processor, sequence);
        Optional<DeadLetter> first =
                query("WHERE processor = ? AND sequence = ? ORDER BY position LIMIT 1", processor, sequence).stream()
                        .findFirst();
        if (first.isEmpty()) {
            return false;
        }
        handler.accept(source.at(first.get().position())
                .orElseThrow(() -> new IllegalStateException(
                        "the event at position " + first.get().position() + " is not in the store")));
        delete(first.get().id());
        return true;
    }

    /** Writes down that the letter at the head of a sequence failed again, in a transaction of its own. */
    public void failedAgain(String processor, String sequence, Throwable cause) throws SQLException {
        String sql =
                "UPDATE %1$s SET attempts = attempts + 1, last_tried_at = now(), cause_type = ?, cause_message = ? WHERE id = (SELECT id FROM %1$s WHERE processor = ? AND sequence = ? ORDER BY position LIMIT 1)"
                        .formatted(table);
        try (Connection connection = transactions.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, root(cause).getClass().getName());
            update.setString(2, root(cause).getMessage());
            update.setString(3, processor);
            update.setString(4, sequence);
            update.executeUpdate();
        }
    }

    void drop(DeadLetter letter, String reason, String droppedBy) {
        String sql =
                "INSERT INTO %s (id, processor, sequence, position, event_id, event_type, reason, dropped_by) SELECT id, processor, sequence, position, event_id, event_type, ?, ? FROM %s WHERE id = ?"
                        .formatted(table.replace("dead_letter", "dropped_letter"), table);
        try {
            transactions.inTransaction(() -> {
                try (Connection connection = transactions.getConnection();
                        PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setString(1, reason);
                    insert.setString(2, droppedBy);
                    insert.setLong(3, letter.id());
                    insert.executeUpdate();
                }
                delete(letter.id());
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException("Dead letter " + letter.id() + " cannot be dropped: " + e.getMessage(), e);
        }
    }

    private void delete(long id) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private List<DeadLetter> query(String clause, String... parameters) {
        try (Connection connection = transactions.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " " + clause)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(read(row));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new IllegalStateException("Dead letters cannot be read: " + e.getMessage(), e);
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        OffsetDateTime lastTried = row.getObject("last_tried_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getLong("id"),
                row.getString("processor"),
                row.getString("sequence"),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("cause_type"),
                row.getString("cause_message"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                lastTried == null ? null : lastTried.toInstant());
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

    /** Handles an event. */
    public interface EventConsumer {

        /** Handles it, in the thread's transaction. */
        void accept(TrackedEventMessage<?> event) throws Exception;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
