package dev.troupe.operator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data directory. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The directory that keeps all data of the system from one run to the next. Default: $TROUPE_DATA, or a folder of troupe in your cache directory.")
    private @Nullable Path directory;

    /** The data directory meant. */
    public Path path() {
        if (directory != null) {
            return directory;
        }
        String variable = System.getenv("TROUPE_DATA");
        return variable == null || variable.isBlank() ? CacheDirectory.path().resolve("demo") : Path.of(variable);
    }

    /** The directory that was named, or else the one of this name among the caches; for commands whose data are nobody else's. */
    public Path ownPath(String otherwise) {
        return directory == null ? CacheDirectory.path().resolve(otherwise) : directory;
    }
}
