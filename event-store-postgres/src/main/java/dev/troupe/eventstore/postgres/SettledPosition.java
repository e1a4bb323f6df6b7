package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The position up to which the order of events is final: whatever is missing below it was rolled back and never comes. It is 0 or the
 * position of an event. Shared by all readers of a process, and never falls.
 */
final class SettledPosition {

    private static final String HIGHEST = "SELECT max(position) FROM events.event";
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final AtomicLong known = new AtomicLong();
    private volatile boolean followed;

    /** What is known without asking the database. */
    long known() {
        return known.get();
    }

    /** Tells, by whoever reads the tail all the time, how far it has come. */
    void follow(long position) {
        raise(position);
        followed = true;
    }

    /** Whoever read the tail has lost the database, and what is known may soon be old. */
    void lost() {
        followed = false;
    }

    /** Settles everything that is committed now if that takes no longer than a second, and returns what is settled, 0 at first. */
    long upToDate(DataSource reader) {
        try (Connection connection = reader.getConnection()) {
            settle(connection, SHORTLY);
            return known();
        } catch (SQLException e) {
            throw unknown(e);
        }
    }

    /**
     * Where a consumer of new events begins: behind everything that is committed now, except for what is behind an append that stays open. Never
     * further back, because such a consumer must not be given history.
     */
    long head(DataSource reader) {
        try (Connection connection = reader.getConnection()) {
            return head(connection, AT_MOST);
        } catch (SQLException e) {
            throw unknown(e);
        }
    }

    long head(Connection connection, Duration patience) throws SQLException {
        if (settle(connection, SHORTLY) || followed || settle(connection, patience)) {
            return known();
        }
        throw new EventStoreException(
                "The end of the event store is not known, because an append has been open for more than "
                        + patience.toSeconds() + " s. Look for it in pg_stat_activity and end it.");
    }

    /** Each step needs a snapshot of its own, so the connection is in auto-commit mode. Returns false if the patience did not last. */
    private boolean settle(Connection connection, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        long highest = highest(connection);
        if (highest <= known()) {
            return true;
        }
        AppenderWatch watch = AppenderWatch.begin(connection, highest, AppenderLook::at);
        while (!watch.isOver()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (!watch.lookAgain(connection)) {
                watch = AppenderWatch.begin(connection, highest, AppenderLook::at);
            }
        }
        raise(highest);
        return true;
    }

    private void raise(long position) {
        known.accumulateAndGet(position, Math::max);
    }

    static long highest(Connection connection) throws SQLException {
        return EventRows.number(connection, HIGHEST, 0, statement -> {});
    }

    private static EventStoreException unknown(SQLException cause) {
        return new EventStoreException(
                "Cannot find out how far the event store is settled: " + cause.getMessage(), cause);
    }
}
