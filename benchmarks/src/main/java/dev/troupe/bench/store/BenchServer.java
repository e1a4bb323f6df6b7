package dev.troupe.bench.store;

import dev.troupe.bench.measure.CpuTime;
import dev.troupe.demo.database.DatabasePlace;
import dev.troupe.demo.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own in a temporary folder, durable as in production; each contender has a database there. */
public final class BenchServer implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase server;
    private final ProcessHandle process;

    private BenchServer(Path folder, EmbeddedDatabase server) {
        this.folder = folder;
        this.server = server;
        this.process = CpuTime.serverOf(server.admin());
    }

    /**
     * Starts it.
     *
     * @param binaries where the programs of PostgreSQL are unpacked
     */
    public static BenchServer start(Path binaries) throws IOException {
        Path folder = Files.createTempDirectory("troupe-bench");
        DatabasePlace place =
                new DatabasePlace(folder.resolve("data"), binaries, folder.resolve("postgresql.log"), freePort());
        return new BenchServer(
                folder, EmbeddedDatabase.start(place, UUID.randomUUID().toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Makes an empty database. */
    public Address create(String name) {
        execute("CREATE DATABASE " + name);
        PGSimpleDataSource admin = (PGSimpleDataSource) server.admin();
        return new Address(
                server.url().replace("/" + EmbeddedDatabase.NAME, "/" + name),
                String.valueOf(admin.getUser()),
                String.valueOf(admin.getPassword()));
    }

    /** CPU time the server has used so far. */
    public Duration cpu() {
        return CpuTime.ofTree(process);
    }

    /** Writes to disk now what would otherwise be written in the middle of the next measurement. */
    public void checkpoint() {
        execute("CHECKPOINT");
    }

    /** The version of PostgreSQL. */
    public String version() throws SQLException {
        try (Connection connection = server.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) {
        DataSource admin = server.admin();
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileUtils.deleteDirectory(folder.toFile());
    }
}
