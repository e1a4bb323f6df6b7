package dev.troupe.provider;

import dev.troupe.provider.faults.Faults;
import dev.troupe.provider.json.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be set.
 *
 * @param port 0 takes any that is free
 * @param ledger the ledger's file; without it the ledger is in memory only
 * @param faults those in force from the start
 */
public record Settings(String host, int port, @Nullable Path ledger, Faults faults) {

    /** Loopback, port 8090, ledger in memory, no faults. */
    public static final Settings DEFAULTS = new Settings("127.0.0.1", 8090, null, Faults.NONE);

    /**
     * Reads the environment; an empty variable counts as absent.
     *
     * @throws IllegalArgumentException naming the variable that is not understood
     */
    public static Settings from(Map<String, String> environment) {
        String ledger = environment.getOrDefault("PROVIDER_LEDGER", "");
        String host = environment.getOrDefault("PROVIDER_HOST", "");
        return new Settings(
                host.isBlank() ? DEFAULTS.host : host,
                port(environment.getOrDefault("PROVIDER_PORT", "")),
                ledger.isBlank() ? null : path(ledger),
                faults(environment.getOrDefault("PROVIDER_FAULTS", "")));
    }

    /** The same on another port. */
    public Settings withPort(int otherPort) {
        return new Settings(host, otherPort, ledger, faults);
    }

    /** The same with the ledger in a file. */
    public Settings withLedger(Path file) {
        return new Settings(host, port, file, faults);
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return DEFAULTS.port;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("PROVIDER_PORT must be a number from 0 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("PROVIDER_LEDGER must be a file's path: " + e.getReason(), e);
        }
    }

    private static Faults faults(String text) {
        try {
            return text.isBlank() ? Faults.NONE : Faults.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidInput e) {
            throw new IllegalArgumentException("PROVIDER_FAULTS is not understood: " + e.getMessage(), e);
        }
    }
}
