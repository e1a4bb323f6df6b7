package dev.troupe.stories.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.stories.TroupeLauncher;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./troupe chaos}: a system that is disturbed keeps its promises, and one with bugs is found out. */
class ChaosTest {

    /** Beside the system of the stories. */
    private static final String PORT_OFFSET = "15000";

    @TempDir
    private Path data;

    @Test
    void nothingIsLostAndNothingHappensTwiceWhateverIsKilled() throws Exception {
        Run run = chaos("--orders", "60", "--kills", "4", "--seed", "3");

        assertThat(broken(run.report())).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.report().path("acknowledged").path("orders").asInt()).isEqualTo(60);
        assertThat(run.report().path("kills").asInt()).isEqualTo(4);
    }

    @Test
    void bugsInRunningServicesAreFound() throws Exception {
        Run run = chaos(
                "--orders",
                "40",
                "--kills",
                "0",
                "--end-within",
                "10",
                "--plant",
                "token-not-written,random-payment-key,order-not-stored,mail-sent-twice,oversold");

        assertThat(broken(run.report()))
                .contains(
                        "viewsAgreeWithFacts",
                        "oneChargePerOrder",
                        "everyAcknowledgedOrderExists",
                        "oneMailPerFact",
                        "neverOversold");
        assertThat(run.exitCode()).isIn(11, 12);
    }

    private Run chaos(String... arguments) throws Exception {
        List<String> all = Stream.concat(
                        Stream.of("chaos", "--data", data.toString(), "--port-offset", PORT_OFFSET, "--json"),
                        Stream.of(arguments))
                .toList();
        Process process = TroupeLauncher.ownSystem(all).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        }
        int exitCode = process.waitFor();
        assertThat(lines).as("the report, exit code %d", exitCode).isNotEmpty();
        return new Run(exitCode, new ObjectMapper().readTree(lines.getLast()));
    }

    private static Set<String> broken(JsonNode report) {
        return StreamSupport.stream(report.path("verdicts").spliterator(), false)
                .filter(verdict -> verdict.path("broken").asInt() > 0)
                .map(verdict -> verdict.path("promise").asText())
                .collect(Collectors.toSet());
    }

    private record Run(int exitCode, JsonNode report) {}
}
