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
                    "Keep the data in DIR; a second run on the same directory goes on where the first stopped. Default: troupe/demo in your cache directory.")
    private @Nullable Path directory;

    /** The data directory meant. */
    public Path path() {
        return directory == null ? CacheDirectory.path().resolve("demo") : directory;
    }
}
