package dev.troupe.kit.database;

import dev.troupe.eventstore.postgres.EventStoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Prepares an empty or existing database for all services: the event store, what all share, and a role for each service. */
public final class DatabaseSetup {

    /** The role that reads events and what services say of themselves, but appends nothing. */
    public static final String READER = "troupe_reader";

    private static final String VIEWER = "trace_viewer";

    private DatabaseSetup() {}

    /**
     * Brings the database to the newest version; may be run again at any time.
     *
     * @param admin a role that may create roles and schemas
     * @param passwords the passwords by role: one per service (such as {@code order_service}) and one for {@link #READER}
     */
    public static void run(DataSource admin, Map<String, String> passwords) {
        EventStoreSchema.migrate(admin);
        Flyway.configure()
                .dataSource(admin)
                .schemas("choreography")
                .locations("classpath:db/choreography")
                .load()
                .migrate();
        passwords.forEach((role, password) -> login(admin, role, password));
    }

    private static void login(DataSource admin, String role, String password) {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(role, true);
            statement.execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %s) THEN CREATE ROLE %s LOGIN; END IF;
                    END $$""".formatted(statement.enquoteLiteral(role), name));
            statement.execute("ALTER ROLE %s LOGIN PASSWORD %s".formatted(name, statement.enquoteLiteral(password)));
            statement.execute("GRANT troupe_choreography TO " + name);
            if (!role.equals(READER)) {
                String database = statement.enquoteIdentifier(connection.getCatalog(), true);
                statement.execute("GRANT CREATE ON DATABASE %s TO %s".formatted(database, name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the database role " + role + ": " + e.getMessage(), e);
        }
        EventStoreSchema.allowRead(admin, role);
        if (role.equals(VIEWER)) {
            letView(admin);
        } else if (!role.equals(READER)) {
            EventStoreSchema.allowAppend(admin, role);
        }
    }

    /** The viewer keeps an index of its own and opens personal values for those who may see them; it appends nothing. */
    private static void letView(DataSource admin) {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE troupe_append FROM " + VIEWER);
            statement.execute("GRANT USAGE ON SCHEMA keys TO " + VIEWER);
            statement.execute("GRANT SELECT ON keys.subject_key TO " + VIEWER);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the database role " + VIEWER + ": " + e.getMessage(), e);
        }
    }
}
