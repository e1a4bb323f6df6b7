package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.demo.database.Postmaster;
import dev.troupe.demo.process.ChildPrograms;
import dev.troupe.demo.process.ServiceFailed;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.OwnTokens;
import dev.troupe.operator.RunningSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {

    @TempDir
    private static Path binaries;

    /** Each test goes on with the data of another, as launchers do. */
    @TempDir
    private static Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void everythingRunsAndAnswersUntilItIsClosed() throws Exception {
        Ports ports = StageProgram.freePorts();
        try (Stage stage = open(ports, false, ChildPrograms.Willing.class)) {
            RunningSystem system = RunningSystem.of(data);
            assertThat(system.url(Port.PROVIDER.label())).hasToString("http://127.0.0.1:" + ports.of(Port.PROVIDER));
            assertThat(OwnTokens.of(data).issue(Role.OPERATE)).matches("[^.]+\\.[^.]+\\.[^.]+");
        }
        assertThatThrownBy(() -> RunningSystem.of(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Nothing is running");
        ports.requireFree(java.util.Set.of(Port.PROVIDER, Port.POSTGRES, Port.SMTP));
    }

    @Test
    void dataStayUntilAFreshStart() throws Exception {
        Ports ports = StageProgram.freePorts();
        try (Stage stage = open(ports, true, ChildPrograms.Willing.class)) {
            write(stage);
        }
        try (Stage stage = open(ports, false, ChildPrograms.Willing.class)) {
            assertThat(tablesKept(stage)).isOne();
        }
        Files.writeString(data.resolve("notes.txt"), "mine");
        try (Stage stage = open(ports, true, ChildPrograms.Willing.class)) {
            assertThat(tablesKept(stage)).isZero();
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Left alone").contains("notes.txt");
    }

    @Test
    void aServiceThatDiesAtStartTakesEverythingWithIt() throws Exception {
        Ports ports = StageProgram.freePorts();
        assertThatThrownBy(() -> open(ports, false, ChildPrograms.Dying.class))
                .isInstanceOf(ServiceFailed.class)
                .hasMessageContaining("the ledger is upside down");
        assertThat(DataDirectory.isInUse(data)).isFalse();
        assertThat(new Postmaster(data.toRealPath().resolve("postgresql")).stop())
                .isFalse();
    }

    @Test
    void aBusyPortIsFoundBeforeAnythingIsStarted(@TempDir Path untouched) throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(0, Map.of("postgres", busy.getLocalPort()));
            assertThatThrownBy(() -> Stage.open(
                            StageProgram.settings(untouched, binaries, false, ports, ChildPrograms.Willing.class),
                            console))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(busy.getLocalPort() + " (postgres)");
        }
        assertThat(DataDirectory.isInUse(untouched)).isFalse();
        assertThat(untouched.resolve("postgresql")).doesNotExist();
    }

    private Stage open(Ports ports, boolean fresh, Class<?> program) throws InterruptedException {
        return Stage.open(StageProgram.settings(data, binaries, fresh, ports, program), console);
    }

    private static void write(Stage stage) throws SQLException {
        try (Connection connection = stage.database().admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept ()");
        }
    }

    private static int tablesKept(Stage stage) throws SQLException {
        try (Connection connection = stage.database().admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 'kept'")) {
            tables.next();
            return tables.getInt(1);
        }
    }
}
