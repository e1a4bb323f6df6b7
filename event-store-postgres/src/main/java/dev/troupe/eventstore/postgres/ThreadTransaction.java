package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction of one thread, which opens its connection when somebody asks for it and leaves what it can to its commit. */
final class ThreadTransaction implements Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransaction.class);

    private final DataSource dataSource;
    private final SureCommit alone;
    private final GroupCommit group;
    private final Runnable onEnd;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private PendingWrites pending = new PendingWrites();
    private @Nullable Connection connection;
    private boolean rollbackOnly;

    ThreadTransaction(DataSource dataSource, SureCommit alone, GroupCommit group, Runnable onEnd) {
        this.dataSource = dataSource;
        this.alone = alone;
        this.group = group;
        this.onEnd = onEnd;
    }

    /** Its connection; events that were pending have been written to it, so that streams can be read. */
    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            open.setAutoCommit(false);
        }
        write(open);
        return open;
    }

    private void write(Connection open) throws SQLException {
        if (pending.size() == 0) {
            return;
        }
        PendingWrites writes = pending;
        pending = writes.afterThese();
        try {
            SqlPart.execute(open, writes.statements());
        } catch (SQLException e) {
            throw EventConflicts.explain(e, writes.events());
        }
    }

    /** Whether it has neither written nor anything to write. */
    boolean isUntouched() {
        return connection == null && pending.isEmpty();
    }

    PendingWrites pending() {
        return pending;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void rollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public void commit() {
        if (rollbackOnly) {
            rollback();
            throw new JdbcException(
                    "The transaction was rolled back because a part of it had failed",
                    new SQLException("rollback only"));
        }
        if (connection != null) {
            end(this::commitOn);
        } else {
            onEnd.run();
            commitWithoutConnection();
        }
        afterCommit.forEach(Runnable::run);
    }

    private void commitWithoutConnection() {
        if (!pending.isEmpty()) {
            group.commit(pending);
        }
    }

    private void commitOn(Connection open) throws SQLException {
        if (pending.isEmpty() && pending.uncommitted().isEmpty()) {
            open.commit();
            open.setAutoCommit(true);
        } else {
            alone.commitOn(open, pending);
        }
    }

    @Override
    public void rollback() {
        end(open -> {
            open.rollback();
            open.setAutoCommit(true);
        });
    }

    private void end(Ending ending) {
        onEnd.run();
        Connection open = connection;
        if (open == null) {
            return;
        }
        connection = null;
        try {
            ending.end(open);
        } catch (SQLException e) {
            throw new JdbcException("Cannot end the transaction: " + e.getMessage(), e);
        } finally {
            close(open);
        }
    }

    /** How the transaction ended is known by now, whatever happens here. */
    private static void close(Connection open) {
        try {
            open.close();
        } catch (SQLException e) {
            LOG.debug("The connection of a transaction could not be closed", e);
        }
    }

    private interface Ending {
        void end(Connection connection) throws SQLException;
    }
}
