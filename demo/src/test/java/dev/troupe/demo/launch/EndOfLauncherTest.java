package dev.troupe.demo.launch;

import static dev.troupe.demo.process.TestProcesses.runs;
import static dev.troupe.demo.process.TestProcesses.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.process.TestProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real launchers, ended in every way there is. */
class EndOfLauncherTest {

    @TempDir
    private static Path binaries;

    @TempDir
    private static Path data;

    private final List<String> arguments = new ArrayList<>();
    private final List<Process> launchers = new ArrayList<>();

    @BeforeEach
    void chooseArguments() throws IOException {
        Ports ports = StageProgram.freePorts();
        arguments.addAll(List.of(data.toString(), binaries.toString()));
        for (Port port : List.of(Port.PROVIDER, Port.POSTGRES, Port.SMTP)) {
            arguments.add(Integer.toString(ports.of(port)));
        }
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void ctrlCAndKillLeaveNoProcess(String signal, int exitCode) throws Exception {
        Process launcher = start();
        long child = child(launcher);
        long database = database();

        signal(signal, launcher.pid());

        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(exitCode);
        assertThat(runs(child)).isFalse();
        assertThat(runs(database)).isFalse();
    }

    @Test
    void whatAKilledLauncherLeftIsCleanedUpByTheNext() throws Exception {
        Process killed = start();
        long frozen = child(killed);
        long database = database();
        signal("STOP", frozen);
        killed.destroyForcibly().waitFor();
        assertThat(runs(frozen)).isTrue();
        assertThat(runs(database)).isTrue();

        long child = child(start());

        assertThat(runs(frozen)).isFalse();
        assertThat(runs(database)).isFalse();
        assertThat(runs(child)).isTrue();
    }

    private Process start() throws IOException {
        Process launcher = TestProcesses.start(StageProgram.class, arguments.toArray(String[]::new));
        launchers.add(launcher);
        return launcher;
    }

    private static long child(Process launcher) {
        return Long.parseLong(TestProcesses.line(TestProcesses.output(launcher)));
    }

    private long database() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst());
    }
}
