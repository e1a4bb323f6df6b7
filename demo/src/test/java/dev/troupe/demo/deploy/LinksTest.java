package dev.troupe.demo.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links from one page of the documentation to another file lead somewhere. */
class LinksTest {

    private static final Pattern CODE = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(pages.stream().flatMap(page -> dead(page, read(page)))).isEmpty();
    }

    @Test
    void aDeadLinkIsFound() {
        Path page = Manifests.REPOSITORY.resolve("docs/page.md");
        assertThat(dead(page, "[a](adr) [b](../README.md#start) [c](nowhere.md#top) [d](https://example.com)"))
                .containsExactly(page + " links to nowhere.md#top");
    }

    private static Stream<String> dead(Path page, String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !Files.exists(page.resolveSibling(link.replaceFirst("#.*", ""))))
                .map(link -> page + " links to " + link);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Manifests.REPOSITORY);
                Stream<Path> docs = Files.walk(Manifests.REPOSITORY.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page.toString(), e);
        }
    }
}
