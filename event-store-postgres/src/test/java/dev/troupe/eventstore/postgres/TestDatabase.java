package dev.troupe.eventstore.postgres;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database for one test, on a server that all tests share, with the roles of a real installation. */
final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = startServer();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "store" + NUMBER.incrementAndGet();
    private final List<HikariDataSource> pools = new ArrayList<>();

    TestDatabase() {
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    }

    /** Connections of the owner, opened anew each time. */
    DataSource admin() {
        return plain("postgres");
    }

    /** Connections without a pool, for tests that play with sessions. */
    DataSource plain(String user) {
        return plain(SERVER, name, user);
    }

    private static DataSource plain(EmbeddedPostgres server, String database, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setPortNumbers(new int[] {server.getPort()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        return dataSource;
    }

    HikariDataSource appender() {
        return pool("appender");
    }

    HikariDataSource reader() {
        return pool("reader");
    }

    void execute(String... statements) {
        execute(admin(), statements);
    }

    /** Kills a process of the server as {@code kill -9} does, and waits until it has recovered. */
    void crash() {
        try (Connection victim = admin().getConnection()) {
            int pid = victim.unwrap(PGConnection.class).getBackendPID();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await().ignoreExceptions().until(() -> {
            execute("SELECT 1");
            return true;
        });
    }

    private HikariDataSource pool(String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(plain(user));
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        execute(SERVER.getPostgresDatabase(), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres startServer() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("max_prepared_transactions", "20")
                    .setServerConfig(
                            "wal_writer_delay", "10s") // so that a crash loses whatever is not flushed by a commit
                    .start();
            migrate(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(EmbeddedPostgres server) {
        execute(server.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE);
        DataSource admin = plain(server, TEMPLATE, "postgres");
        EventStoreSchema.migrate(admin);
        execute(admin, "CREATE ROLE appender LOGIN", "CREATE ROLE reader LOGIN");
        EventStoreSchema.allowAppend(admin, "appender");
        EventStoreSchema.allowRead(admin, "reader");
    }
}
