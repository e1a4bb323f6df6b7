package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Commits, and when the connection breaks in the middle of it finds out what became of it. Events have ids and each is stored once, so
 * the store can be asked; a commit that did take place is never reported as a conflict with itself.
 */
final class SureCommit {

    /** How long to try to find out. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final String STORED = "SELECT count(*) FROM events.event WHERE event_id = ?";

    private final DataSource dataSource;
    private volatile EventStoreMetrics metrics = EventStoreMetrics.NONE;

    SureCommit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void report(EventStoreMetrics value) {
        metrics = value;
    }

    /**
     * Commits what a transaction has written to this connection, together with its pending writes. If the connection breaks it cannot be done
     * again, as the rest is lost with it; the store is asked whether the events are there.
     */
    void commitOn(Connection connection, PendingWrites writes) throws SQLException {
        try {
            write(connection, writes);
        } catch (SQLException e) {
            if (!isLost(e)) {
                throw EventConflicts.explain(e, writes.events());
            }
            if (!isStored(writes, System.nanoTime() + PATIENCE.toNanos())) {
                throw unknown(e);
            }
        }
        tell(1, writes);
    }

    /**
     * Commits the writes of transactions that have written nothing yet, all or none.
     *
     * @throws Unreachable if nothing was sent
     */
    void together(PendingWrites writes, int transactions) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(writes.isOneStatement());
            write(connection, writes);
        }
        tell(transactions, writes);
    }

    /**
     * Commits a transaction that has written nothing yet. If the connection breaks, it is done again: as each event is stored once, either the
     * first or the second attempt succeeds, or neither does because somebody else was faster.
     *
     * @param again whether an earlier attempt may have succeeded
     * @param deadline in {@link System#nanoTime}, until when to try again after the connection broke
     */
    void alone(PendingWrites writes, boolean again, long deadline) {
        boolean inDoubt = again;
        while (true) {
            try {
                together(writes, 1);
                return;
            } catch (Unreachable e) {
                if (!inDoubt) {
                    throw e;
                }
                pauseUntil(deadline, e);
            } catch (SQLException e) {
                if (isLost(e)) {
                    inDoubt = true;
                    pauseUntil(deadline, e);
                } else if (inDoubt && isStored(writes, deadline)) {
                    return;
                } else {
                    throw EventConflicts.explain(e, writes.events());
                }
            }
        }
    }

    private void tell(int transactions, PendingWrites writes) {
        metrics.appended(writes.size());
        metrics.committedTogether(transactions);
    }

    private static void write(Connection connection, PendingWrites writes) throws SQLException {
        List<SqlPart> parts = new ArrayList<>(writes.statements());
        if (!connection.getAutoCommit()) {
            parts.add(SqlPart.COMMIT);
        }
        SqlPart.execute(connection, parts);
        connection.setAutoCommit(true);
    }

    /** Whether the events are in the store. They were written whole or not at all, so one of them tells. */
    private boolean isStored(PendingWrites writes, long deadline) {
        while (writes.size() > 0) {
            try (Connection connection = connect()) {
                return 0
                        < EventRows.number(
                                connection,
                                STORED,
                                0,
                                statement -> statement.setObject(
                                        1, writes.events().getFirst().eventId()));
            } catch (SQLException | Unreachable e) {
                pauseUntil(deadline, e);
            }
        }
        return false;
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new Unreachable("Cannot reach the database to append events: " + e.getMessage(), e);
        }
    }

    private static void pauseUntil(long deadline, Exception failure) {
        if (System.nanoTime() - deadline > 0) {
            throw unknown(failure);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Whether the answer was lost rather than negative: the connection broke, or the server ended. */
    static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private static EventStoreException unknown(Exception failure) {
        return new EventStoreException(
                "The connection to the database broke during a commit, and whether that took place could not be found out: "
                        + failure.getMessage(),
                failure);
    }

    /** There is no connection, so nothing was done. */
    static final class Unreachable extends EventStoreException {

        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
