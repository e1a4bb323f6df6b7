package dev.troupe.demo.launch;

import dev.troupe.demo.database.OwnerOnly;
import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The folder that holds everything a system of Troupe remembers; one launcher uses it at a time. */
public final class DataDirectory implements AutoCloseable {

    private static final String MARKER = ".troupe-data";
    private static final String MARKER_TEXT = "This directory belongs to Troupe: ./troupe --fresh empties it.\n";
    private static final String LOCK = "lock";
    private static final String POSTGRESQL = "postgresql";

    /** Everything Troupe puts here, and thus all that it ever deletes; the data of PostgreSQL go first. */
    private static final List<String> OWN = List.of(
            POSTGRESQL,
            POSTGRESQL + ".incomplete",
            "initial-password",
            "postgresql-programs",
            "provider",
            "mails",
            "quarantine",
            "made-up-orders",
            "run",
            "logs",
            "secrets");

    private final Path path;
    private final DirectoryLock lock;

    private DataDirectory(Path path, DirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes a directory into use, making it if need be.
     *
     * @throws LaunchFailure if it holds other things than Troupe's, cannot be made, or is in use
     */
    public static DataDirectory open(Path wanted) {
        try {
            Path path = OwnerOnly.folder(wanted.toAbsolutePath().normalize()).toRealPath();
            if (!isRecognised(path)) {
                throw new LaunchFailure(
                        ExitCode.DATA_DIRECTORY,
                        "%s is not empty and not a data directory of Troupe. Nothing in it was touched; choose another with --data."
                                .formatted(path));
            }
            // First, lest a kill leave a directory that looks like somebody else's.
            Files.writeString(path.resolve(MARKER), MARKER_TEXT);
            return new DataDirectory(path, DirectoryLock.take(path.resolve(LOCK)));
        } catch (IOException e) {
            throw new LaunchFailure(
                    ExitCode.DATA_DIRECTORY,
                    "Cannot use %s as data directory (%s). Choose another with --data.".formatted(wanted, e));
        }
    }

    /** Whether a directory is empty or Troupe's. */
    private static boolean isRecognised(Path path) throws IOException {
        if (Files.isRegularFile(path.resolve(MARKER))) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Whether a launcher uses this directory now. */
    public static boolean isInUse(Path path) throws IOException {
        return DirectoryLock.isTaken(path.resolve(LOCK));
    }

    /**
     * Deletes what Troupe put here; the processes that use it must have ended.
     *
     * @return the names of what was left alone because it is not Troupe's
     */
    public List<String> empty() throws IOException {
        if (Files.exists(database())) {
            // A kill while deleting leaves half of PostgreSQL's data: the next start must not take it for a database.
            Files.writeString(path.resolve(POSTGRESQL + ".incomplete"), "");
        }
        for (String name : OWN) {
            Path entry = path.resolve(name);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                FileUtils.deleteDirectory(entry.toFile());
            } else {
                Files.deleteIfExists(entry);
            }
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(MARKER) && !name.equals(LOCK))
                    .sorted()
                    .toList();
        }
    }

    public Path path() {
        return path;
    }

    /** The data of PostgreSQL. */
    public Path database() {
        return path.resolve(POSTGRESQL);
    }

    /** The programs of PostgreSQL, if they cannot be unpacked into the user's cache. */
    Path programs() {
        return path.resolve("postgresql-programs");
    }

    /** One log per process, and one of the run before. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** What only the owner may read: passwords and keys. */
    public Path secrets() {
        return path.resolve("secrets");
    }

    /** What the payment provider remembers; it is no part of the services' database. */
    public Path provider() {
        return path.resolve("provider");
    }

    /** What the mail server remembers. */
    public Path mails() {
        return path.resolve("mails");
    }

    /** How many made-up orders of each seed were played. */
    Path madeUpOrders() {
        return path.resolve("made-up-orders");
    }

    /** What concerns the present run only. */
    public Path run() {
        return run(path);
    }

    /** The processes of the present run. */
    Path processes() {
        return run().resolve("processes");
    }

    static Path run(Path directory) {
        return directory.resolve("run");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LaunchFailure(ExitCode.DATA_DIRECTORY, "Cannot release " + path + ": " + e.getMessage());
        }
    }
}
