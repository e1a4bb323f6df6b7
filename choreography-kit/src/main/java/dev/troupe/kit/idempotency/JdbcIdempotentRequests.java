package dev.troupe.kit.idempotency;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.problem.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Keeps answers in the service's own schema. */
public final class JdbcIdempotentRequests implements IdempotentRequests {

    private static final int ATTEMPTS = 12;

    private final JdbcTransactions transactions;
    private final String table;

    /**
     * Makes the kept answers of a service.
     *
     * @param schema the service's schema
     */
    public JdbcIdempotentRequests(JdbcTransactions transactions, String schema) {
        this.transactions = transactions;
        this.table = '"' + schema + "\".idempotency_key";
    }

    @Override
    public Answer once(String key, String fingerprint, Supplier<Answer> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inUnitOfWork(() -> attempt(key, fingerprint, request));
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

    /** The command's unit of work is nested in this one, so that what it did to a cached aggregate is forgotten with the transaction. */
    private Answer inUnitOfWork(Callable<Answer> work) throws Exception {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        Answer answer;
        try {
            answer = work.call();
        } catch (Throwable failure) {
            unitOfWork.rollback(failure);
            throw failure;
        }
        unitOfWork.commit();
        return answer;
    }

    private Answer attempt(String key, String fingerprint, Supplier<Answer> request) throws SQLException {
        try (Connection connection = transactions.getConnection()) {
            if (!lock(connection, key)) {
                throw new Refusal(
                        "request-in-progress",
                        409,
                        "A request with this Idempotency-Key is being handled at this moment; send it again shortly.");
            }
            Answer kept = find(connection, key, fingerprint);
            if (kept != null) {
                return kept;
            }
            Answer answer = request.get();
            keep(connection, key, fingerprint, answer);
            return answer;
        }
    }

    private boolean lock(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
            select.setString(1, table + key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private @Nullable Answer find(Connection connection, String key, String fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT fingerprint, status, location, flow_id, body FROM " + table + " WHERE key = ?")) {
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

    private void keep(Connection connection, String key, String fingerprint, Answer answer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                + " (key, fingerprint, status, location, flow_id, body) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, fingerprint);
            insert.setInt(3, answer.status());
            insert.setString(4, answer.location());
            insert.setString(5, answer.flowId());
            insert.setString(6, answer.body());
            insert.executeUpdate();
        }
    }
}
