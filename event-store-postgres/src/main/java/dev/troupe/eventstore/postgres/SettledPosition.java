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

    private final AtomicLong known = new AtomicLong();

    /** What is known without asking the database. */
    long known() {
        return known.get();
    }

    /** Tells that a position has been found to be settled. */
    void raise(long position) {
        known.accumulateAndGet(position, Math::max);
    }

    /**
     * Settles everything that is committed now and returns the settled position. If an append stays open for longer than the patience,
     * returns what was known before, 0 at first.
     */
    long upToDate(DataSource reader, Duration patience) {
        try (Connection connection = reader.getConnection()) {
            return upToDate(connection, patience);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot find out how far the event store is settled: " + e.getMessage(), e);
        }
    }

    /** Like the other, on a connection in auto-commit mode, because each step needs a snapshot of its own. */
    long upToDate(Connection connection, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        long highest = highest(connection);
        if (highest <= known()) {
            return known();
        }
        AppenderWatch watch = AppenderWatch.begin(connection, highest, AppenderLook::at);
        while (!watch.isOver()) {
            if (System.nanoTime() - deadline > 0) {
                return known();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (!watch.lookAgain(connection)) {
                watch = AppenderWatch.begin(connection, highest, AppenderLook::at);
            }
        }
        raise(highest);
        return known();
    }

    static long highest(Connection connection) throws SQLException {
        return EventRows.number(connection, HIGHEST, 0, statement -> {});
    }
}
