package dev.troupe.kit.replay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs what belongs together in one transaction. */
final class Transactions {

    /** That of a connection of which nothing else was said. */
    private static final int USUAL = Connection.TRANSACTION_READ_COMMITTED;

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs work that is committed if it ends well. */
    <T> T run(Work<T> work) throws SQLException {
        return run(USUAL, work);
    }

    /** Runs work that sees the database as it was at one moment, and is committed if it ends well. */
    <T> T runOnSnapshot(Work<T> work) throws SQLException {
        return run(Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    /** Runs work of which nothing stays. */
    <T> T tryOut(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return work.run(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private <T> T run(int isolation, Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (isolation != USUAL) { // to say so costs a statement
                connection.setTransactionIsolation(isolation);
            }
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** What is done in a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
