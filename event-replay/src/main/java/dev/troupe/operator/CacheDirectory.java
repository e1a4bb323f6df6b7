package dev.troupe.operator;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of Troupe among the caches of the user. */
public final class CacheDirectory {

    private CacheDirectory() {}

    /** Where it is, whether it exists or not. */
    public static Path path() {
        return absolute("XDG_CACHE_HOME")
                .or(() -> absolute("HOME").map(home -> home.resolve(".cache")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("troupe");
    }

    /** The specification of these variables has relative values ignored. */
    private static Optional<Path> absolute(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
