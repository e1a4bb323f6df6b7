package dev.troupe.kit.replay;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.store.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts shadow and live projection side by side at the same position, and exchanges them. Both hold the live token's row, so live handling
 * waits for the moment that takes and then goes on with whichever projection is live.
 */
final class Swap {

    private final ServiceDatabase database;
    private final EventLog eventLog;
    private final ReplayLog log;

    Swap(ServiceDatabase database, EventLog eventLog, ReplayLog log) {
        this.database = database;
        this.eventLog = eventLog;
        this.log = log;
    }

    <R extends Record> Comparison compare(Projection<R> projection) {
        return inTransaction(connection -> {
            long live = LiveToken.lock(connection, projection.name());
            catchUp(connection, new Shadow<>(database, eventLog, projection), live);
            return new ShadowComparator(projection).compare(connection, live);
        });
    }

    <R extends Record> void swap(Replay replay, Projection<R> projection) {
        String name = projection.name();
        inTransaction(connection -> {
            long live = LiveToken.lock(connection, name);
            catchUp(connection, new Shadow<>(database, eventLog, projection), live);
            rename(connection, name, old(name), true);
            rename(connection, Shadow.schemaOf(name), name, false);
            log.change(connection, replay.id(), State.CAUGHT_UP, State.SWAPPED, "");
            return true;
        });
    }

    void rollback(Replay replay) {
        String name = replay.projection();
        inTransaction(connection -> {
            LiveToken.lock(connection, name);
            rename(connection, name, name + "__taken_back", true);
            rename(connection, old(name), name, false);
            log.change(connection, replay.id(), State.SWAPPED, State.ROLLED_BACK, "");
            return true;
        });
    }

    private static String old(String name) {
        return name + "__old";
    }

    /** The shadow follows the end of the store, so it may be ahead of the live projection but lacks at most a few events. */
    private static void catchUp(Connection connection, Shadow<?> shadow, long live) throws SQLException {
        while (shadow.position(connection) < live) {
            shadow.fold(connection, shadow.read(shadow.position(connection), live, 5_000));
        }
    }

    private static void rename(Connection connection, String from, String to, boolean replace) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (replace) {
                statement.execute("DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(to));
            }
            statement.execute("ALTER SCHEMA \"%s\" RENAME TO \"%s\"".formatted(from, to));
            statement.execute("UPDATE \"%s\".token SET owner = NULL, claimed_until = NULL".formatted(to));
        }
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.writer().getConnection()) {
            connection.setAutoCommit(false);
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
        } catch (SQLException e) {
            throw new IllegalStateException("A replay cannot reach the database: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
