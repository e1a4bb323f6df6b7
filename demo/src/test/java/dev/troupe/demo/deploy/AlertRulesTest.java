package dev.troupe.demo.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private static final Path FOLDER = Manifests.REPOSITORY.resolve("deploy/observability");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    @Test
    void theConfigurationAndTheRulesAreWhatPrometheusTakes() throws Exception {
        assertThat(promtool("check", "config", "prometheus.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @Test
    void everyAlertIsRaisedWhenItShouldBeAndNotBefore() throws Exception {
        assertThat(promtool("test", "rules", "alerts.test.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
        JsonNode rules = Manifests.read(FOLDER.resolve("alerts.yml")).getFirst();
        Set<String> tested = new TreeSet<>();
        Manifests.read(FOLDER.resolve("alerts.test.yml"))
                .getFirst()
                .findParents("exp_alerts")
                .forEach(test -> {
                    if (!test.get("exp_alerts").isEmpty()) {
                        tested.add(test.get("alertname").asText());
                    }
                });
        assertThat(tested).containsExactlyInAnyOrderElementsOf(rules.findValuesAsText("alert"));
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "skipped: there is no promtool here (Debian's package prometheus)");
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
