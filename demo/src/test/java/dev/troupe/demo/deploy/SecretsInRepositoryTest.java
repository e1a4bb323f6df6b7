package dev.troupe.demo.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the repository holds what only its owner should know. */
class SecretsInRepositoryTest {

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}"),
            Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}\""),
            Pattern.compile("(?i)(password|secret|token)[a-z_]*\\s*[:=]\\s*[\"']?[0-9a-f]{32,}"));

    private static final long LARGEST = 1 << 20;

    @Test
    void thereIsNone() throws Exception {
        for (Path file : tracked()) {
            if (Files.isRegularFile(file) && Files.size(file) < LARGEST) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(found(text)).as(file.toString()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE" + " KEY-----",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "db_password=" + "0123456789abcdef0123456789abcdef"
            })
    void oneThatWereThereWouldBeFound(String planted) {
        assertThat(found("before " + planted + " after")).isNotEmpty();
    }

    private static List<String> found(String text) {
        return SECRETS.stream()
                .filter(secret -> secret.matcher(text).find())
                .map(Pattern::pattern)
                .toList();
    }

    private static List<Path> tracked() throws IOException, InterruptedException {
        Path log = Files.createTempFile("tracked", ".txt");
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(Manifests.REPOSITORY.toFile())
                    .redirectOutput(log.toFile())
                    .start();
            assumeTrue(git.waitFor() == 0, "skipped: this is no checkout of git");
            List<Path> files = new ArrayList<>();
            for (String name : Files.readString(log).split("\0", -1)) {
                files.add(Manifests.REPOSITORY.resolve(name));
            }
            return files;
        } finally {
            Files.delete(log);
        }
    }
}
