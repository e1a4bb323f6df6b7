package dev.troupe.test;

import dev.troupe.kit.access.Role;
import dev.troupe.kit.access.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Tokens that services on a {@link TestDatabase} recognise. */
public final class TestTokens {

    private static final TokenIssuer ISSUER = issuer();

    private TestTokens() {}

    /** A token of a caller with these roles. */
    public static String of(String caller, Role... roles) {
        return ISSUER.issue(caller, Set.of(roles), Duration.ofMinutes(10));
    }

    /** The value of the header {@code Authorization} for a caller with these roles. */
    public static String bearer(String caller, Role... roles) {
        return "Bearer " + of(caller, roles);
    }

    /** A token that was valid once. */
    public static String expired(String caller, Role... roles) {
        return ISSUER.issue(caller, Set.of(roles), Duration.ofMinutes(-10));
    }

    static Path jwkSetFile() {
        try {
            return Files.writeString(temporaryFile("troupe-keys"), ISSUER.publicKeys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenIssuer issuer() {
        try {
            return TokenIssuer.of(Files.writeString(temporaryFile("troupe-key"), TokenIssuer.newKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile(String name) throws IOException {
        Path file = Files.createTempFile(name, ".json");
        file.toFile().deleteOnExit();
        return file;
    }
}
