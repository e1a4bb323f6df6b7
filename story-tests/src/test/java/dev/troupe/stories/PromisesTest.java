package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names tests; it must not name any that are not there. */
class PromisesTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sourcesByClass();
        String page = Files.readString(HOME.resolve("docs/explanation/promises.md"));

        assertThat(NAMED.matcher(page).results()).hasSizeGreaterThan(20).allSatisfy(named -> assertThat(
                        sources.getOrDefault(named.group(1), ""))
                .as(named.group())
                .contains(" " + named.group(2) + "("));
    }

    private static Map<String, String> sourcesByClass() throws IOException {
        try (Stream<Path> files = Files.find(
                HOME,
                20,
                (path, attributes) -> path.toString().contains("/src/test/")
                        && path.toString().endsWith("Test.java"))) {
            return files.collect(Collectors.toMap(
                    path -> path.getFileName().toString().replace(".java", ""),
                    PromisesTest::read,
                    (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
