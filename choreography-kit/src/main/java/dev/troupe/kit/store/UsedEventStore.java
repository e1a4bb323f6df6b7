package dev.troupe.kit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Remembers in the database which event store it belongs to. Tokens, dead letters and views mean nothing beside another log, so a service
 * does not start on one.
 */
public final class UsedEventStore {

    private UsedEventStore() {}

    /**
     * Notes the store at the first start, and refuses any other later.
     *
     * @param mayBegin whether a database that knows no store yet may begin with this one
     * @throws IllegalStateException if the database belongs to another store; the message says what to do
     */
    public static void require(DataSource dataSource, EventStoreKind wanted, BooleanSupplier mayBegin) {
        try (Connection connection = dataSource.getConnection()) {
            if (find(connection).isEmpty() && mayBegin.getAsBoolean()) {
                begin(connection, wanted);
            }
            // Looked up again: another service may have begun in the meantime, and appended.
            EventStoreKind used = find(connection)
                    .orElseThrow(() -> new IllegalStateException(
                            "The event store %s holds events already, but this database is new and knows none of them. Give each database an event store of its own."
                                    .formatted(wanted.label())));
            if (used != wanted) {
                throw new IllegalStateException(
                        "The events of this database are in the event store %s, not in %s. Move them first: ./troupe migrate --from %s --to %s."
                                .formatted(used.label(), wanted.label(), used.label(), wanted.label()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cannot find out which event store the database belongs to: " + e.getMessage(), e);
        }
    }

    /** Says that the database belongs to another store from now on; needs the rights of an administrator. */
    public static void change(Connection connection, EventStoreKind kind) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO choreography.event_store (kind) VALUES (?) ON CONFLICT (only_row) DO UPDATE SET kind = EXCLUDED.kind, since = now()")) {
            insert.setString(1, kind.label());
            insert.executeUpdate();
        }
    }

    /** The store that the database belongs to; empty if no service has been started on it. */
    public static Optional<EventStoreKind> find(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT kind FROM choreography.event_store")) {
            return row.next() ? Optional.of(EventStoreKind.parse(row.getString(1))) : Optional.empty();
        }
    }

    private static void begin(Connection connection, EventStoreKind kind) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO choreography.event_store (kind) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, kind.label());
            insert.executeUpdate();
        }
    }
}
