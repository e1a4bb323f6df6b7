package dev.troupe.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** A shell in a folder with a {@code ./troupe} that talks to the running system, and builds nothing. */
final class Terminal {

    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Path data;

    Terminal(RunningSystem system) {
        this.data = system.data();
        try {
            this.folder = Files.createTempDirectory("troupe-terminal");
            Path troupe = folder.resolve("troupe");
            Files.writeString(
                    troupe, "#!/usr/bin/env bash\nexec '" + String.join("' '", RunningSystem.troupe()) + "' \"$@\"\n");
            Files.setPosixFilePermissions(troupe, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types some lines, and reads all that is said. */
    String type(String lines) {
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", lines)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("TROUPE_DATA", data.toString());
            Process shell = builder.start();
            shell.getOutputStream().close();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
                throw new AssertionError("Not done after %d s: %s\n%s".formatted(PATIENCE_SECONDS, lines, said));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
