package dev.troupe.demo.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.launch.TroupeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** What docker-compose.yml promises; {@code ./troupe compose-check} runs it. */
class ComposeFileTest {

    /** Images of others that run as a user of their own. */
    private static final Set<String> OTHERS = Set.of("prometheus", "grafana", "zipkin", "axon-server");

    @ParameterizedTest
    @MethodSource("services")
    void everyContainerIsContained(String name) throws IOException {
        Map<String, Object> service = service(name);
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(String.valueOf(service.get("mem_limit"))).matches("\\d+m");
        assertThat(service).doesNotContainKeys("privileged", "cap_add", "pid", "ipc", "devices");
        if (!service.containsKey("build") && !OTHERS.contains(name)) {
            assertThat(String.valueOf(service.get("user"))).matches("[1-9]\\d*:[1-9]\\d*");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void noPortIsOpenBeyondThisMachineAndEachCanBeMoved(String name) throws IOException {
        assertThat(list(service(name).get("ports")))
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\$\\{TROUPE_[A-Z]+_PORT:-\\d+}:\\d+"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whoeverLogsInAtTheDatabaseSeesNoPasswordButTheirOwn(String name) throws IOException {
        if (service(name).get("environment") instanceof Map<?, ?> environment
                && environment.containsKey("TROUPE_DB_USER")) {
            assertThat(environment.get("TROUPE_DB_USER")).isEqualTo(name.replace('-', '_'));
            assertThat(environment.get("TROUPE_DB_PASSWORD_FILE")).isEqualTo("/secrets/own/password");
            assertThat(list(service(name).get("volumes")))
                    .containsExactly("secrets-services:/secrets/services:ro", "secrets-" + name + ":/secrets/own:ro");
        }
    }

    @Test
    void whatAllServicesSeeLogsInAsNobodyWhoMayWrite(@TempDir Path folder) throws IOException {
        assertThat(new CommandLine(new TroupeCommand()).execute("container", "secrets", folder.toString()))
                .isZero();
        try (Stream<Path> shared = Files.list(folder.resolve("services"))) {
            assertThat(shared.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("troupe_reader", "master-key", "token-public-keys.json");
        }
        List<String> maker = list(service("secrets").get("volumes"));
        for (String name : services()) {
            if (list(service(name).get("volumes")).contains("secrets-" + name + ":/secrets/own:ro")) {
                String role = name.replace('-', '_');
                assertThat(folder.resolve(role)).isDirectoryContaining("glob:**/password");
                assertThat(maker).contains("secrets-%s:/secrets/%s".formatted(name, role));
            }
        }
    }

    @Test
    void imagesOfOursRunAsAUserOfTheirOwn() throws IOException {
        String dockerfile = Files.readString(Manifests.REPOSITORY.resolve("Dockerfile"));
        assertThat(dockerfile).contains("USER 10001:10001").doesNotContain("USER root");
        Map<String, Object> services = all();
        assertThat(services.values().stream()
                        .map(service -> ((Map<?, ?>) service).get("build"))
                        .filter(build -> build instanceof Map<?, ?>)
                        .map(build -> String.valueOf(((Map<?, ?>) build).get("target"))))
                .isNotEmpty()
                .allMatch(target -> dockerfile.contains("FROM runtime AS " + target));
    }

    static Set<String> services() throws IOException {
        return all().keySet();
    }

    @SuppressWarnings("unchecked") // it is what YAML says
    private static Map<String, Object> service(String name) throws IOException {
        return (Map<String, Object>) requireNonNull(all().get(name));
    }

    @SuppressWarnings("unchecked") // it is what YAML says
    private static Map<String, Object> all() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Manifests.REPOSITORY.resolve("docker-compose.yml")));
        return (Map<String, Object>) requireNonNull(file.get("services"));
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
