package dev.troupe.demo.database;

import dev.troupe.demo.process.LogTail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own for one data folder, reachable by password on the loopback interface only. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The database everything of Troupe lives in. */
    public static final String NAME = "troupe";

    private static final String ADMIN = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    /** Durable as in production; small, because it shares a laptop with six other processes. */
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "96MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final DatabasePlace place;
    private final String password;
    private volatile EmbeddedPostgres postgres;

    private EmbeddedDatabase(DatabasePlace place, EmbeddedPostgres postgres, String password) {
        this.place = place;
        this.password = password;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL; at the first start of a data folder the data are made.
     *
     * @param password the password of the administrator; the same at every start
     */
    public static EmbeddedDatabase start(DatabasePlace place, String password) {
        try {
            new Postmaster(place.data()).forgetTheDead();
            if (place.isNew()) {
                begin(place);
            }
            Files.createDirectories(place.log().toAbsolutePath().getParent());
            return new WatchedStart<>(place.log(), () -> startAndCreate(place, password)).await();
        } catch (IOException | ExecutionException e) {
            throw failed(place, e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
        }
    }

    private static EmbeddedDatabase startAndCreate(DatabasePlace place, String password)
            throws IOException, SQLException {
        EmbeddedDatabase database = new EmbeddedDatabase(place, postgres(place, password), password);
        try {
            if (Thread.interrupted()) {
                throw new IOException("its log says so");
            }
            database.createIfMissing();
            Files.deleteIfExists(place.incomplete());
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static DatabaseFailed failed(DatabasePlace place, Throwable cause) {
        return new DatabaseFailed(
                "PostgreSQL did not start: %s. The end of its log (%s):%n%s"
                        .formatted(cause.getMessage(), place.log(), LogTail.text(place.log())),
                cause);
    }

    private static void begin(DatabasePlace place) throws IOException {
        Files.createDirectories(place.data().toAbsolutePath().getParent());
        if (!Files.exists(place.incomplete())) {
            Files.createFile(place.incomplete());
        }
        FileUtils.deleteDirectory(place.data().toFile());
    }

    private static EmbeddedPostgres postgres(DatabasePlace place, String password) throws IOException {
        Path passwordFile = OwnerOnly.file(place.data().resolveSibling("initial-password"), password);
        Redirect log = Redirect.appendTo(place.log().toFile());
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(place.data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(place.binaries().toFile())
                    .setPort(place.port())
                    .setPGStartupWait(START)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setConnectConfig("password", password)
                    .setConnectConfig("connectTimeout", "2")
                    .setConnectConfig("loginTimeout", "5")
                    // These become further options of initdb, which takes the last of each kind: no moment without
                    // passwords.
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C");
            SERVER.forEach(builder::setServerConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createIfMissing() throws SQLException {
        try (Connection connection = source(ADMIN).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    /** Connections of the administrator to the database of Troupe. */
    public DataSource admin() {
        return source(NAME);
    }

    /** Where services connect. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(place.port(), NAME);
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {place.port()});
        source.setDatabaseName(database);
        source.setUser(ADMIN);
        source.setPassword(password);
        return source;
    }

    /** Ends the server as a failing power supply would, and returns when all of its processes have ended. */
    public synchronized void kill() throws IOException {
        new Postmaster(place.data()).kill();
        postgres.close();
    }

    /** Starts the server again after it was killed; what was committed is there. */
    public synchronized void restart() {
        postgres = start(place, password).postgres;
    }

    /** Stops the server; what was committed stays. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            Optional<ProcessHandle> server = new Postmaster(place.data()).running();
            postgres.close();
            if (server.isPresent()) {
                Postmaster.awaitEnd(server.get());
            }
        } catch (IOException e) {
            throw new DatabaseFailed("PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
