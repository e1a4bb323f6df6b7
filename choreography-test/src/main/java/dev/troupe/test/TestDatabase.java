package dev.troupe.test;

import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.DatabaseSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A PostgreSQL server that all tests of a process share, with a database of its own for whoever asks: roles, schemas and rights are made as
 * in production.
 */
public final class TestDatabase {

    private static final String PASSWORD = "test";
    private static final EmbeddedPostgres SERVER = start();
    private static final Path MASTER_KEY = masterKey();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Makes an empty database, prepared for the given services, such as {@code order-service}. */
    public static TestDatabase create(String... services) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make a test database", e);
        }
        TestDatabase database = new TestDatabase(name);
        Map<String, String> passwords = new HashMap<>(Map.of(DatabaseSetup.READER, PASSWORD));
        for (String service : services) {
            passwords.put(role(service), PASSWORD);
        }
        DatabaseSetup.run(database.admin(), passwords);
        return database;
    }

    /** A data source of the database's owner, to look and to meddle. */
    public DataSource admin() {
        return SERVER.getDatabase("postgres", name);
    }

    /** The first column of what the database's owner sees. */
    public List<String> query(String sql) {
        try (Connection connection = admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be asked: " + e.getMessage(), e);
        }
    }

    /** The settings with which a service runs on this database. */
    public TroupeSettings settings(String service) {
        Map<String, String> properties = properties(service);
        return TroupeSettings.from(service, "test", properties::get);
    }

    /** The properties with which a service runs on this database. */
    public Map<String, String> properties(String service) {
        return Map.of(
                "troupe.db.url",
                "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name,
                "troupe.db.user",
                role(service),
                "troupe.db.password",
                PASSWORD,
                "troupe.db.reader-user",
                DatabaseSetup.READER,
                "troupe.db.reader-password",
                PASSWORD,
                "troupe.master-key-file",
                MASTER_KEY.toString(),
                "troupe.security.mode",
                "development",
                "troupe.security.jwk-set-file",
                TestTokens.jwkSetFile().toString());
    }

    private static String role(String service) {
        return service.replace('-', '_');
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL for the tests", e);
        }
    }

    private static Path masterKey() {
        try {
            Path file = Files.createTempFile("troupe-master", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
