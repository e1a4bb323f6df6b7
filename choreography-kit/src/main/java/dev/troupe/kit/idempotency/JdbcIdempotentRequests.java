package dev.troupe.kit.idempotency;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.database.UnitsOfWork;
import dev.troupe.kit.problem.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers in the service's own schema. An answer is handed to the event store, which inserts it together with the events of its
 * request, so the key of the table decides between two who are sent the same request at the same time: the later one's events are refused
 * with its answer, and it gives the answer of the first.
 */
public final class JdbcIdempotentRequests implements IdempotentRequests {

    private static final int ATTEMPTS = 12;

    private final JdbcTransactions transactions;
    private final String find;
    private final String keep;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /**
     * Makes the kept answers of a service.
     *
     * @param schema the service's schema
     */
    public JdbcIdempotentRequests(JdbcTransactions transactions, String schema) {
        this.transactions = transactions;
        this.find = "SELECT fingerprint, status, location, flow_id, body FROM \"%s\".idempotency_key WHERE key = ?"
                .formatted(schema);
        this.keep = """
                INSERT INTO "%s".idempotency_key (key, fingerprint, status, location, flow_id, body)
                SELECT key, fingerprint, status::integer, location, flow_id, body
                FROM %s AS answer (key, fingerprint, status, location, flow_id, body)""".formatted(schema, JdbcTransactions.rows(6));
    }

    @Override
    public Answer once(String key, String fingerprint, Supplier<Answer> request) {
        if (!running.add(key)) {
            throw new Refusal(
                    "request-in-progress",
                    409,
                    "A request with this Idempotency-Key is being handled at this moment; send it again shortly.");
        }
        try {
            return untilWon(() -> attempt(key, fingerprint, request));
        } finally {
            running.remove(key);
        }
    }

    private Answer untilWon(Callable<Answer> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return UnitsOfWork.commit(transactions, null, work);
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("A request cannot be answered: " + e.getMessage(), e);
            }
        }
    }

    private Answer attempt(String key, String fingerprint, Supplier<Answer> request) throws SQLException {
        Answer kept = find(key, fingerprint);
        if (kept != null) {
            return kept;
        }
        Answer answer = request.get();
        transactions.writeAtCommit(keep, List.<@Nullable String[]>of(row(key, fingerprint, answer)));
        return answer;
    }

    private @Nullable Answer find(String key, String fingerprint) throws SQLException {
        try (Connection connection = transactions.getReadConnection();
                PreparedStatement select = connection.prepareStatement(find)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(1).equals(fingerprint)) {
                    throw new Refusal(
                            "idempotency-key-reused",
                            422,
                            "This Idempotency-Key was used for another request; use a new key for a new request.");
                }
                return new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
            }
        }
    }

    private static @Nullable String[] row(String key, String fingerprint, Answer answer) {
        return new String[] {
            key, fingerprint, Integer.toString(answer.status()), answer.location(), answer.flowId(), answer.body()
        };
    }
}
