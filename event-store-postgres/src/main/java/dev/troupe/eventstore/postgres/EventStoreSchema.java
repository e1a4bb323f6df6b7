package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.flywaydb.core.Flyway;

/** Creates and upgrades the tables of the event store, its group roles, and what each of them may do. */
public final class EventStoreSchema {

    private EventStoreSchema() {}

    /**
     * Brings schema {@code events} up to date. The user behind the data source owns the tables; it may create roles, or the roles exist
     * already.
     */
    public static void migrate(DataSource admin) {
        Flyway.configure(EventStoreSchema.class.getClassLoader())
                .dataSource(admin)
                .schemas("events")
                .defaultSchema("events")
                .locations("classpath:db/event-store")
                .load()
                .migrate();
    }

    /**
     * Lets a login role append and read events. Its sessions commit durably and cannot leave a transaction open for long, because readers
     * wait behind an open append.
     */
    public static void allowAppend(DataSource admin, String loginRole) {
        grant(
                admin,
                loginRole,
                "GRANT troupe_append TO %s",
                "ALTER ROLE %s SET synchronous_commit = 'on'",
                "ALTER ROLE %s SET transaction_timeout = '60s'",
                "ALTER ROLE %s SET idle_in_transaction_session_timeout = '30s'");
    }

    /** Lets a login role read events, and nothing else. */
    public static void allowRead(DataSource admin, String loginRole) {
        grant(admin, loginRole, "GRANT troupe_read TO %s");
    }

    private static void grant(DataSource admin, String loginRole, String... statements) {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            String role = quoted(connection, loginRole);
            for (String sql : statements) {
                statement.execute(sql.formatted(role));
            }
        } catch (SQLException e) {
            throw new EventStoreException(
                    "Cannot set the rights of role " + loginRole + " on the event store: " + e.getMessage(), e);
        }
    }

    private static String quoted(Connection connection, String identifier) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT quote_ident(?)")) {
            statement.setString(1, identifier);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
