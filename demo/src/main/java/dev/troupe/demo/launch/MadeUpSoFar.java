package dev.troupe.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers how many made-up orders of a seed were played on a data directory, so that the next run goes on after them. */
final class MadeUpSoFar {

    private final Path file;

    MadeUpSoFar(Path folder, long seed) throws IOException {
        this.file = Files.createDirectories(folder).resolve("seed-" + seed);
    }

    /** The number of the next order to play. */
    long next() throws IOException {
        return played() + 1;
    }

    void played(int more) throws IOException {
        Files.writeString(file, Long.toString(played() + more));
    }

    private long played() throws IOException {
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }
}
