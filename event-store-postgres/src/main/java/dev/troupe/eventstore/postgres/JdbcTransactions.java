package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * The one transaction of a thread: whoever asks for a connection on that thread, be it for events, tokens, rows or jobs, gets the same one,
 * so that all of it commits together. The connection is opened when first asked for. An inner transaction joins the outer one; if the
 * inner one is rolled back, the outer one can only roll back too.
 */
public final class JdbcTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Bound> current = new ThreadLocal<>();

    public JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Transaction startTransaction() {
        Bound outer = current.get();
        if (outer != null) {
            return new Joined(outer);
        }
        Bound bound = new Bound();
        current.set(bound);
        return bound;
    }

    /**
     * The connection of this thread's transaction, which ignores being closed, or without a transaction a connection of its own in
     * auto-commit mode, which the caller closes.
     */
    @Override
    public Connection getConnection() throws SQLException {
        Bound bound = current.get();
        return bound == null
                ? dataSource.getConnection()
                : ConnectionWrapperFactory.wrap(bound.connection(), new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    /** Whether this thread is in a transaction. */
    public boolean isActive() {
        return current.get() != null;
    }

    /**
     * Runs the work in a transaction: in the thread's own if there is one, otherwise in a new one that commits when the work returns and
     * rolls back when it throws.
     */
    public <T extends @Nullable Object> T inTransaction(Callable<T> work) throws Exception {
        Transaction transaction = startTransaction();
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            rollback(transaction, failure);
            throw failure;
        }
        transaction.commit();
        return result;
    }

    /** Runs the action once this thread's transaction has committed; at once if there is none; never if it rolls back. */
    public void afterCommit(Runnable action) {
        Bound bound = current.get();
        if (bound == null) {
            action.run();
        } else {
            bound.afterCommit.add(action);
        }
    }

    private static void rollback(Transaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (RuntimeException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }

    private final class Bound implements Transaction {

        private final List<Runnable> afterCommit = new ArrayList<>();
        private @Nullable Connection connection;
        private boolean rollbackOnly;

        Connection connection() throws SQLException {
            if (connection == null) {
                Connection opened = dataSource.getConnection();
                opened.setAutoCommit(false);
                connection = opened;
            }
            return connection;
        }

        @Override
        public void commit() {
            if (rollbackOnly) {
                rollback();
                throw new JdbcException(
                        "The transaction was rolled back because a part of it had failed",
                        new SQLException("rollback only"));
            }
            end(Connection::commit);
            afterCommit.forEach(Runnable::run);
        }

        @Override
        public void rollback() {
            end(Connection::rollback);
        }

        private void end(Ending ending) {
            current.remove();
            Connection open = connection;
            if (open == null) {
                return;
            }
            connection = null;
            try (open) {
                ending.end(open);
                open.setAutoCommit(true);
            } catch (SQLException e) {
                throw new JdbcException("Cannot end the transaction: " + e.getMessage(), e);
            }
        }
    }

    private record Joined(Bound outer) implements Transaction {

        @Override
        public void commit() {
            // the outer transaction decides
        }

        @Override
        public void rollback() {
            outer.rollbackOnly = true;
        }
    }

    private interface Ending {
        void end(Connection connection) throws SQLException;
    }
}
