package dev.troupe.stories.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each artifact says what it is made of, and nothing it is made of has a fault that we know of. */
class DependenciesTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("modules")
    void eachArtifactSaysWhatItIsMadeOf(String module) throws IOException {
        JsonNode bill = bill(module);

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo(module);
        assertThat(bill.path("components")).isNotEmpty().allSatisfy(component -> assertThat(
                        component.path("purl").asText())
                .startsWith("pkg:maven/"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noDependencyHasAKnownFault(String module) throws IOException {
        assertThat(faultsIn(bill(module))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.14.1, true",
        "2.17.1-rc1, true",
        "2.17.1, false",
        "2.25.0, false",
        "1.2.17, false",
    })
    void aDependencyWithAKnownFaultIsFound(String version, boolean faulty) throws IOException {
        JsonNode bill = JSON.readTree("""
                {"components": [{"group": "org.apache.logging.log4j", "name": "log4j-core", "version": "%s"}]}""".formatted(version));

        assertThat(faultsIn(bill).isEmpty()).isNotEqualTo(faulty);
    }

    @Test
    void versionsAreOrderedAsMavenOrdersThem() {
        assertThat(Stream.of("4.2.0.Final", "10.1.9", "4.1.118.Final", "10.1", "4.2.0.RC3", "10.1.44", "4.2.0.1")
                        .sorted((one, other) -> LibraryVersion.of(one).compareTo(LibraryVersion.of(other))))
                .containsExactly("4.1.118.Final", "4.2.0.RC3", "4.2.0.Final", "4.2.0.1", "10.1", "10.1.9", "10.1.44");
    }

    /** All but this module, whose bill is written after its tests. */
    static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(HOME.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> module.group(1))
                .filter(module -> !module.equals("story-tests"))
                .toList();
    }

    private static List<String> faultsIn(JsonNode bill) throws IOException {
        List<KnownFault> faults = KnownFault.read(HOME.resolve("deploy/dependencies/known-faults.csv"));
        return bill.path("components")
                .valueStream()
                .flatMap(component -> {
                    String library = component.path("group").asText() + ":"
                            + component.path("name").asText();
                    String version = component.path("version").asText();
                    return faults.stream()
                            .filter(fault -> fault.isIn(library, version))
                            .map(fault -> "%s %s: %s, mended in %s"
                                    .formatted(library, version, fault.advisory(), fault.mended()));
                })
                .toList();
    }

    private static JsonNode bill(String module) throws IOException {
        Path bill = HOME.resolve(module).resolve("target").resolve(module + "-bom.json");
        assumeTrue(Files.exists(bill), "skipped: bills of materials are written when modules are packaged");
        return JSON.readTree(Files.readString(bill));
    }
}
