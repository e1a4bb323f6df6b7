package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.deadletter.DeadLetterDetails.Action;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what about dead letters, when and why; kept when the letter is gone. */
final class DeadLetterHistory {

    private final JdbcTransactions transactions;
    private final String table;

    DeadLetterHistory(JdbcTransactions transactions, String schema) {
        this.transactions = transactions;
        this.table = '"' + schema + "\".dead_letter_history";
    }

    /** Writes down what was done, in this thread's transaction. */
    void add(DeadLetter letter, Action.Kind kind, String by, @Nullable String note, @Nullable String payload)
            throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            Sql.update(
                    connection,
                    "INSERT INTO " + table
                            + " (letter, kind, done_by, note, payload, processor, sequence, position, event_id, event_type)"
                            + " VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)",
                    letter.id(),
                    kind.name(),
                    by,
                    note,
                    payload,
                    letter.processor(),
                    letter.flowId(),
                    letter.position(),
                    letter.eventId(),
                    letter.eventType());
        }
    }

    /** What was done about a letter, oldest first. */
    List<Action> of(long letter) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            return Sql.query(
                    connection,
                    "SELECT kind, done_by, done_at, note, payload FROM " + table + " WHERE letter = ? ORDER BY id",
                    DeadLetterHistory::read,
                    letter);
        }
    }

    private static Action read(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new Action(
                Action.Kind.valueOf(row.getString("kind")),
                row.getString("done_by"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("note"),
                payload == null ? null : Json.read(payload));
    }
}
