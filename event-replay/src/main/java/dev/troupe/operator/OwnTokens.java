package dev.troupe.operator;

import dev.troupe.kit.access.Role;
import dev.troupe.kit.access.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens in the name of the user of this machine, who may have them because the key is theirs to read. */
public final class OwnTokens {

    private static final Duration FOR_NOW = Duration.ofMinutes(5);

    private final TokenIssuer issuer;

    private OwnTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /**
     * The tokens of the services that run, or have run, on a data directory.
     *
     * @throws CommandFailure if nothing has run there yet, or its secrets are not ours to read
     */
    public static OwnTokens of(Path dataDirectory) {
        Path key = keyIn(dataDirectory.resolve("secrets"));
        if (!Files.exists(key)) {
            throw new CommandFailure(
                    ExitCode.NOT_RUNNING,
                    "There are no secrets in %s. Start a system with ./troupe up, or name its directory with --data."
                            .formatted(dataDirectory));
        }
        try {
            return new OwnTokens(TokenIssuer.of(key));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.DATA_DIRECTORY, "Cannot read " + key + ": " + e.getMessage());
        }
    }

    /**
     * Gives a token for each request: the one in {@code $TROUPE_TOKEN}, or one of our own if the secrets are ours to read, or none.
     *
     * @param roles what the tokens of our own allow
     */
    public static Supplier<@Nullable String> orGiven(Path dataDirectory, Role... roles) {
        String given = System.getenv("TROUPE_TOKEN");
        if (given != null && !given.isBlank()) {
            return given::strip;
        }
        if (!Files.isReadable(keyIn(dataDirectory.resolve("secrets")))) {
            return () -> null;
        }
        OwnTokens own = of(dataDirectory);
        return new LastingToken(() -> own.issue(roles), FOR_NOW, InstantSource.system());
    }

    /** Where the key is in the folder of a system's secrets. */
    public static Path keyIn(Path secrets) {
        return secrets.resolve("token-key.json");
    }

    /** A token for the next requests. */
    public String issue(Role... roles) {
        return issue(Set.of(roles), FOR_NOW);
    }

    String issue(Set<Role> roles, Duration validFor) {
        return issuer.issue(System.getProperty("user.name"), roles, validFor);
    }
}
