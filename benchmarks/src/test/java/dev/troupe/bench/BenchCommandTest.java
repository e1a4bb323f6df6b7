package dev.troupe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.operator.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {

    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"store --rounds 0", "replay --events 5", "order --writers 500", "flows --rate 0", "nothing"})
    void whatMakesNoSenseIsRefusedBeforeAnythingIsStarted(String commandLine) {
        assertThat(run(commandLine.split(" "))).isEqualTo(ExitCode.USAGE.code());
        assertThat(said.toString()).isNotBlank().doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "replay", "order", "flows"})
    void eachCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(said.toString()).contains("bench " + command).contains("--json");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.code());
        assertThat(said.toString()).contains("store", "replay", "order", "flows");
    }

    private int run(String... arguments) {
        CommandLine commandLine = BenchCommand.commandLine();
        commandLine.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }
}
