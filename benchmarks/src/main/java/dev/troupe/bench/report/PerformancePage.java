package dev.troupe.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the documentation that says how fast Troupe is: words by hand, and parts that are measured. */
public final class PerformancePage {

    private final Path page;

    /** @param home the folder of the project */
    public PerformancePage(Path home) {
        page = home.resolve("docs/reference/performance.md");
    }

    /** Replaces what stands between the marks of a part. */
    public void write(String part, String text) throws IOException {
        String begin = "<!-- measured: " + part + " -->";
        String end = "<!-- end of " + part + " -->";
        String now = Files.readString(page);
        int from = now.indexOf(begin);
        int to = now.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no part between " + begin + " and " + end);
        }
        Files.writeString(
                page, now.substring(0, from + begin.length()) + "\n\n" + text.strip() + "\n\n" + now.substring(to));
    }

    /** Writes a picture beside the page. */
    public void draw(String name, String svg) throws IOException {
        Files.writeString(page.resolveSibling(name), svg);
    }
}
