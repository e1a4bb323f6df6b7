package dev.troupe.demo.database;

import static dev.troupe.demo.process.TestProcesses.freePort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.troupe.demo.process.TestProcesses;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final String PASSWORD = "known to the launcher only";

    @TempDir
    private static Path binaries;

    /** Shared, because making a database takes longer than all else here. */
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private DatabasePlace place = new DatabasePlace(Path.of(""), Path.of(""), Path.of(""), 0);

    @BeforeEach
    void choosePlace() {
        place = place(shared);
    }

    @Test
    void committedDataSurviveARestart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            ask(database, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            assertThat(ask(database, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerThatWasKilledStartsAgainWithWhatWasCommitted() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            ask(database, "CREATE TABLE survived AS SELECT 43 AS answer");
            database.kill();
            assertThatThrownBy(() -> ask(database, "SELECT 1")).isInstanceOf(SQLException.class);
            database.restart();
            assertThat(ask(database, "SELECT answer FROM survived")).isEqualTo("43");
        }
    }

    @Test
    void commitsAreDurableAndOnlyThePasswordOpens() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            assertThat(ask(database, "SHOW server_version_num")).startsWith("18");
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW max_connections")).isEqualTo("200");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(shared).isDirectoryNotContaining("glob:**password*");
    }

    @Test
    void aServerThatItsLauncherCouldNotStopIsFoundAndStopped() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            assertThat(new Postmaster(place.data()).stop()).isTrue();
            assertThatThrownBy(() -> ask(database, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(new Postmaster(place.data()).stop()).isFalse();
        }
    }

    @Test
    void aServerThatCannotStartIsReportedAtOnceWithWhatItSaid() throws Exception {
        try (ServerSocket busy = new ServerSocket(place.port(), 1, InetAddress.getLoopbackAddress())) {
            assertTimeout(
                    Duration.ofSeconds(30), () -> assertThatThrownBy(() -> EmbeddedDatabase.start(place, PASSWORD))
                            .isInstanceOf(DatabaseFailed.class)
                            .hasMessageContaining("PostgreSQL did not start")
                            .hasMessageContaining("Address already in use"));
        }
        EmbeddedDatabase.start(place, PASSWORD).close();
    }

    @Test
    void closingReturnsWhenTheServerIsGone() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD);
        long server = Long.parseLong(
                Files.readAllLines(place.data().resolve("postmaster.pid")).getFirst());
        database.close();
        assertThat(TestProcesses.runs(server)).isFalse();
    }

    @Test
    void aServerOfAnotherFolderIsLeftAlone() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            Files.copy(place.data().resolve("postmaster.pid"), other.resolve("postmaster.pid"));
            assertThat(new Postmaster(other).stop()).isFalse();
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theFileOfADeadServerDoesNotStandInTheWayWhenItsIdBelongsToAnotherProgram() throws Exception {
        EmbeddedDatabase.start(place, PASSWORD).close();
        long another = ProcessHandle.current().pid();
        Files.write(
                place.data().resolve("postmaster.pid"),
                List.of(Long.toString(another), place.data().toString(), "0", "1"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() throws Exception {
        place = place(folder);
        Files.createFile(place.incomplete());
        Files.createDirectories(place.data());
        Files.writeString(place.data().resolve("postgresql.conf"), "half of");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(place, PASSWORD)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(place.incomplete()).doesNotExist();
    }

    private static DatabasePlace place(Path folder) {
        return new DatabasePlace(folder.resolve("data"), binaries, folder.resolve("postgresql.log"), freePort());
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
