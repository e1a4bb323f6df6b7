package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the dead letters of one service. */
final class DeadLetterTable {

    private final JdbcTransactions transactions;
    private final String name;

    DeadLetterTable(JdbcTransactions transactions, String schema) {
        this.transactions = transactions;
        this.name = '"' + schema + "\".dead_letter";
    }

    List<DeadLetter> page(DeadLetterQuery wanted, int limit) throws SQLException {
        return letters(
                """
                WHERE id > ? AND (?::text IS NULL OR processor = ?) AND (?::text IS NULL OR sequence = ?)
                  AND (?::text IS NULL OR event_type = ?) ORDER BY id LIMIT ?""",
                wanted.after(),
                wanted.processor(),
                wanted.processor(),
                wanted.flowId(),
                wanted.flowId(),
                wanted.eventType(),
                wanted.eventType(),
                limit);
    }

    Optional<DeadLetter> find(long id) throws SQLException {
        return letters("WHERE id = ?", id).stream().findFirst();
    }

    Optional<DeadLetter> first(String processor, String sequence) throws SQLException {
        return letters("WHERE processor = ? AND sequence = ? ORDER BY position LIMIT 1", processor, sequence).stream()
                .findFirst();
    }

    List<DeadLetter> tryAgain(String processor) throws SQLException {
        return letters("WHERE processor = ? AND next_try_at IS NOT NULL ORDER BY position", processor);
    }

    /** The letter at the head of each sequence, by position. */
    List<DeadLetter> firstOfEachSequence() throws SQLException {
        return letters("d WHERE position = (SELECT min(position) FROM " + name
                + " e WHERE e.processor = d.processor AND e.sequence = d.sequence) ORDER BY position");
    }

    List<String> sequences(String processor) throws SQLException {
        return query("SELECT DISTINCT sequence FROM %s WHERE processor = ?", row -> row.getString(1), processor);
    }

    boolean any(String processor, String sequence) throws SQLException {
        return query(
                        "SELECT EXISTS (SELECT FROM %s WHERE processor = ? AND sequence = ?)",
                        row -> row.getBoolean(1), processor, sequence)
                .getFirst();
    }

    long countBehind(DeadLetter letter) throws SQLException {
        return query(
                        "SELECT count(*) FROM %s WHERE processor = ? AND sequence = ? AND position > ?",
                        row -> row.getLong(1), letter.processor(), letter.flowId(), letter.position())
                .getFirst();
    }

    Optional<String> editedPayload(long id) throws SQLException {
        return query("SELECT edited_payload FROM %s WHERE id = ?", row -> row.getString(1), id).stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    void insert(
            String processor,
            String sequence,
            long position,
            String eventId,
            String eventType,
            @Nullable Throwable cause,
            @Nullable Duration tryAgainIn)
            throws SQLException {
        update(
                "INSERT INTO %s (processor, sequence, position, event_id, event_type, cause_type, cause_message, next_try_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))",
                processor,
                sequence,
                position,
                eventId,
                eventType,
                cause == null ? null : Causes.typeOf(cause),
                cause == null ? null : Causes.messageOf(cause),
                seconds(tryAgainIn));
    }

    void failedAgain(long id, Throwable cause, @Nullable Duration tryAgainIn) throws SQLException {
        update(
                "UPDATE %s SET attempts = attempts + 1, last_tried_at = now(), cause_type = ?, cause_message = ?,"
                        + " next_try_at = now() + make_interval(secs => ?) WHERE id = ?",
                Causes.typeOf(cause), Causes.messageOf(cause), seconds(tryAgainIn), id);
    }

    void tryFirstNow(String processor, String sequence) throws SQLException {
        update(
                "UPDATE %1$s SET next_try_at = now() WHERE id ="
                        + " (SELECT id FROM %1$s WHERE processor = ? AND sequence = ? ORDER BY position LIMIT 1)",
                processor, sequence);
    }

    void edit(long id, String payload) throws SQLException {
        update("UPDATE %s SET edited_payload = ?::jsonb WHERE id = ?", payload, id);
    }

    void delete(long id) throws SQLException {
        update("DELETE FROM %s WHERE id = ?", id);
    }

    /** Keeps whoever retries a sequence and whoever parks behind it apart until either has committed. */
    void lock(String processor, String sequence) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            Sql.query(
                    connection,
                    "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))",
                    row -> 1,
                    name + processor + '\n' + sequence);
        }
    }

    private static @Nullable Double seconds(@Nullable Duration time) {
        return time == null ? null : time.toMillis() / 1000.0;
    }

    private List<DeadLetter> letters(String clause, @Nullable Object... parameters) throws SQLException {
        return query("SELECT * FROM %s " + clause, DeadLetterTable::read, parameters);
    }

    private <T> List<T> query(String sql, Sql.Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            return Sql.query(connection, sql.formatted(name), row, parameters);
        }
    }

    private void update(String sql, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            Sql.update(connection, sql.formatted(name), parameters);
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
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
                instant(row, "last_tried_at"),
                instant(row, "next_try_at"),
                row.getString("edited_payload") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
