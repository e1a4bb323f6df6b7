package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class TroupeCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void withoutACommandItShowsTheCommands() {
        assertThat(troupe()).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("demo", "up", "import", "troupe test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void asManyExpectItMayBeAskedForHelp(String question) {
        assertThat(troupe(question)).isEqualTo(ExitCode.OK);
        assertThat(said.toString()).contains("Usage: troupe").contains("demo", "up", "import", "troupe test");
    }

    @Test
    void asManyExpectItMayBeAskedForItsVersion() {
        assertThat(troupe("--version")).isEqualTo(ExitCode.OK);
        assertThat(said.toString()).startsWith("Troupe ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        assertThat(troupe((command + " --help").split(" "))).isEqualTo(ExitCode.OK);
        assertThat(said.toString())
                .contains("Usage: troupe " + command)
                .contains("-h, --help")
                .as("what an option wants has a name")
                .doesNotContain("=<");
    }

    /** A list of commands shows no more than that line. */
    @Test
    void theFirstLineAboutEachCommandIsAWholeSentence() {
        assertThat(specs(TroupeCommand.commandLine()))
                .allSatisfy(command -> assertThat(command.usageMessage().description()[0])
                        .as(command.qualifiedName())
                        .endsWith("."));
    }

    static Stream<String> commands() {
        return specs(TroupeCommand.commandLine())
                .map(command -> command.qualifiedName().replaceFirst("troupe ", ""));
    }

    private static Stream<CommandSpec> specs(CommandLine parent) {
        return parent.getSubcommands().values().stream()
                .filter(command -> !command.getCommandName().equals("help"))
                .flatMap(command -> Stream.concat(Stream.of(command.getCommandSpec()), specs(command)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --orders 0",
                "demo --limit 0",
                "demo --decline-percent 101",
                "demo --cancel-percent x",
                "up --port orders=1",
                "up --port order",
                "up --without nobody",
                "import",
                "token",
                "token --role root",
                "token --role read --minutes 0",
                "token --role read --minutes 721",
                "burst --event-store axon-server --axonserver localhost:8124",
                "dance"
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsStarted(String line) throws IOException {
        assertThat(troupe(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).isNotBlank().doesNotContain("\tat ");
        assertThatNothingWasStarted();
    }

    @Test
    void aTokenIsForSomethingThatHasRun() {
        assertThat(troupe("token", "--role", "operate", "--data", data())).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(said.toString()).contains("./troupe up");
    }

    @Test
    void aBrokenFileIsExplainedBeforeAnythingIsStarted() throws IOException {
        Path poem = Files.writeString(folder.resolve("poem.csv"), "Shall I compare thee to a summer's day?\n");
        assertThat(troupe("demo", "--orders", poem.toString(), "--data", data()))
                .isEqualTo(ExitCode.INPUT);
        assertThat(said.toString()).contains("poem.csv").doesNotContain("\tat ");
        assertThatNothingWasStarted();
    }

    @Test
    void importingNeedsARunningSystem() {
        assertThat(troupe("import", "orders.csv", "--data", data())).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(said.toString()).contains("./troupe up");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void assertThatNothingWasStarted() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).noneMatch(Files::isDirectory);
        }
    }

    private ExitCode troupe(String... arguments) {
        CommandLine command =
                TroupeCommand.commandLine().setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        int exitCode = command.execute(arguments);
        return Stream.of(ExitCode.values())
                .filter(code -> code.code() == exitCode)
                .findFirst()
                .orElseThrow();
    }
}
