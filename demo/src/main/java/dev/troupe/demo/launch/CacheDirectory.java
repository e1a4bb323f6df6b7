package dev.troupe.demo.launch;

import java.nio.file.Path;

/** The folder of Troupe among the caches of the user. */
final class CacheDirectory {

    private CacheDirectory() {}

    static Path path() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        // The specification has relative values ignored.
        Path caches = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("troupe");
    }
}
