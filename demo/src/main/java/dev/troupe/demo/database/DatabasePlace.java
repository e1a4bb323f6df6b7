package dev.troupe.demo.database;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an embedded PostgreSQL lives.
 *
 * @param data the folder with its data, made at the first start
 * @param binaries the folder its programs are unpacked into, shared by all data folders of a user
 * @param log the file it writes its log to
 * @param port where it listens, on the loopback interface only
 */
public record DatabasePlace(Path data, Path binaries, Path log, int port) {

    /** Stands while the data folder is incomplete: it is then made anew, because it cannot hold anything yet. */
    public Path incomplete() {
        return data.resolveSibling(data.getFileName() + ".incomplete");
    }

    boolean isNew() {
        return Files.exists(incomplete()) || !Files.exists(data.resolve("PG_VERSION"));
    }
}
