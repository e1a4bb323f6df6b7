package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

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
    private final Rings rings = new Rings(System::nanoTime);
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
            write(connection, writes, rings.behind(writes.uncommitted(), false));
        } catch (SQLException e) {
            if (!isInDoubt(e) || !isStored(writes, System.nanoTime() + PATIENCE.toNanos())) {
                throw isLost(e) ? unknown(e) : EventConflicts.explain(e, writes.events());
            }
        }
        tell(1, writes);
    }

    /**
     * Commits the writes of transactions that have written nothing yet, all or none.
     *
     * @param othersFollow whether more events are about to be committed, so that whoever waits can be told of these with them
     * @throws Unreachable if nothing was sent
     */
    void together(PendingWrites writes, int transactions, boolean othersFollow) throws SQLException {
        try (Connection connection = connect()) {
            Ring ring = rings.behind(writes.uncommitted(), othersFollow);
            connection.setAutoCommit(ring == null && writes.isOneStatement());
            write(connection, writes, ring);
        }
        tell(transactions, writes);
    }

    /**
     * Commits a transaction that has written nothing yet. If the connection breaks, it is done again: as each event is stored once, either the
     * first or the second attempt succeeds, or neither does because somebody else was faster.
     *
     * @param othersFollow as in {@link #together}
     * @param again whether an earlier attempt may have succeeded
     * @param deadline in {@link System#nanoTime}, until when to try again after the connection broke
     */
    void alone(PendingWrites writes, boolean othersFollow, boolean again, long deadline) {
        boolean inDoubt = again;
        while (true) {
            try {
                together(writes, 1, othersFollow);
                return;
            } catch (Unreachable e) {
                if (!inDoubt) {
                    throw e;
                }
                pauseUntil(deadline, e);
            } catch (SQLException e) {
                inDoubt |= isInDoubt(e);
                if (isLost(e)) {
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

    private static void write(Connection connection, PendingWrites writes, @Nullable Ring ring) throws SQLException {
        List<SqlPart> parts = new ArrayList<>(writes.statements());
        if (!connection.getAutoCommit()) {
            parts.add(SqlPart.COMMIT);
        }
        if (ring == null) {
            SqlPart.execute(connection, parts);
        } else {
            parts.add(ring);
            executeWithRing(connection, parts);
        }
        connection.setAutoCommit(true);
    }

    /** The server goes on behind a COMMIT that succeeded; what fails then is not the transaction. */
    private static void executeWithRing(Connection connection, List<SqlPart> parts) throws SQLException {
        try {
            SqlPart.execute(connection, parts);
        } catch (SQLException e) {
            if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
                throw e;
            }
            throw new RingFailed(e);
        }
    }

    /** Whether the events are in the store. They were written whole or not at all, so one of them tells. */
    private boolean isStored(PendingWrites writes, long deadline) {
        List<NewEvent> events = writes.uncommitted();
        while (!events.isEmpty()) {
            try (Connection connection = connect()) {
                return 0
                        < EventRows.number(
                                connection,
                                STORED,
                                0,
                                statement ->
                                        statement.setObject(1, events.getFirst().eventId()));
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

    /** Whether what failed may have been committed. */
    static boolean isInDoubt(SQLException failure) {
        return isLost(failure) || failure instanceof RingFailed;
    }

    /** Whether the answer was lost rather than negative: the connection broke, or the server ended. */
    private static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private static EventStoreException unknown(Exception failure) {
        return new EventStoreException(
                "The connection to the database broke during a commit, and whether that took place could not be found out: "
                        + failure.getMessage(),
                failure);
    }

    /** The transaction is not what failed, so it was committed before, unless the connection broke. */
    private static final class RingFailed extends SQLException {

        private static final long serialVersionUID = 1L;

        RingFailed(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }

    /** There is no connection, so nothing was done. */
    static final class Unreachable extends EventStoreException {

        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
