package dev.troupe.demo.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
