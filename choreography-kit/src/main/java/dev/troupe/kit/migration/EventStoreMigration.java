package dev.troupe.kit.migration;

import dev.troupe.kit.migration.LogCopy.Verified;
import dev.troupe.kit.migration.MigrationRefused.Reason;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.kit.store.UsedEventStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Moves a stopped system from one event store to the other. It may be broken off at any time; then the system stays where it is. */
public final class EventStoreMigration {

    private static final String CLIENT = "troupe-migrate";
    private static final String RUNNING =
            "SELECT service FROM choreography.instance WHERE seen_at > now() - interval '6 seconds' LIMIT 1";
    private static final String FORGET_INDEX = "DELETE FROM choreography.event_index; DELETE FROM choreography.token";
    private static final String VIEWER = "SELECT to_regclass('trace_viewer.progress') IS NOT NULL";
    /** The viewer then reads the log again from its beginning. */
    private static final String FORGET_VIEW = "UPDATE trace_viewer.progress SET declarations = ''";

    private final DataSource admin;
    private final EventStoreSettings from;
    private final EventStoreSettings to;

    /**
     * A migration, which does nothing yet.
     *
     * @param admin the role that owns everything in the database
     */
    public EventStoreMigration(DataSource admin, EventStoreSettings from, EventStoreSettings to) {
        this.admin = admin;
        this.from = from;
        this.to = to;
    }

    /**
     * Copies, compares, and lets the system go on in the other store.
     *
     * @param resume whether the target may have the beginning of the log already
     * @param progress is told how many events the target has
     * @throws MigrationRefused if it cannot be done; then the system stays where it is
     */
    public Migrated run(boolean resume, LongConsumer progress) throws SQLException {
        requireSource();
        requireStopped();
        try (EventLog source = from.openLog(CLIENT, admin);
                EventLog target = to.openLog(CLIENT, admin)) {
            LogCopy copy = new LogCopy(source, target);
            copy.copy(CopyTarget.of(target, admin), resume, progress);
            Verified verified = copy.verify(pointedTo());
            requireStopped();
            settle(verified);
            return new Migrated(verified.events(), verified.digest());
        }
    }

    private void requireSource() throws SQLException {
        try (Connection connection = admin.getConnection()) {
            EventStoreKind used = UsedEventStore.find(connection).orElse(EventStoreKind.POSTGRES);
            if (used != from.kind()) {
                throw new MigrationRefused(
                        Reason.OTHER_STORE,
                        "The events of this database are in the event store %s, not in %s."
                                .formatted(used.label(), from.kind().label()));
            }
        }
    }

    private void requireStopped() throws SQLException {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement();
                ResultSet running = statement.executeQuery(RUNNING)) {
            if (running.next()) {
                throw new MigrationRefused(
                        Reason.RUNNING,
                        "%s runs, or ran some seconds ago. Stop all services, and then try again."
                                .formatted(running.getString(1)));
            }
        }
    }

    private Set<UUID> pointedTo() throws SQLException {
        try (Connection connection = admin.getConnection()) {
            return new Pointers(connection).targets();
        }
    }

    private void settle(Verified verified) throws SQLException {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            new Pointers(connection).move(verified.positions());
            statement.execute(FORGET_INDEX);
            if (isThere(statement)) {
                statement.execute(FORGET_VIEW);
            }
            UsedEventStore.change(connection, to.kind());
            connection.commit();
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(VIEWER)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * What was moved.
     *
     * @param digest SHA-256 of everything in both logs but the positions
     */
    public record Migrated(long events, String digest) {}
}
