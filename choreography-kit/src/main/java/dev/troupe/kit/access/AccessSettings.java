package dev.troupe.kit.access;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a service recognises its callers.
 *
 * @param jwkSetFile the public keys of whoever issues tokens, as a JWK set (RFC 7517); several while a key is being replaced
 * @param jwkSetUri where an identity provider publishes its JWK set, instead of a file
 * @param issuer what tokens must say of who issued them; null if that is not looked at
 * @param audience whom tokens must be meant for
 */
public record AccessSettings(
        AccessMode mode,
        @Nullable Path jwkSetFile,
        @Nullable String jwkSetUri,
        @Nullable String issuer,
        String audience) {

    /** Whom the tokens of Troupe's own issuer are meant for, unless told otherwise. */
    public static final String AUDIENCE = "troupe";

    /** The claim with the roles. */
    public static final String ROLES = "roles";

    public AccessSettings {
        if (jwkSetFile != null && jwkSetUri != null) {
            throw new IllegalArgumentException(
                    "Set troupe.security.jwk-set-file or troupe.security.jwk-set-uri, not both.");
        }
        if (mode == AccessMode.STRICT && jwkSetFile == null && jwkSetUri == null) {
            throw new IllegalArgumentException("Nobody could call this service: set troupe.security.jwk-set-file or"
                    + " troupe.security.jwk-set-uri (environment TROUPE_SECURITY_JWK_SET_FILE,"
                    + " TROUPE_SECURITY_JWK_SET_URI), or on your own machine troupe.security.mode=development.");
        }
    }

    /**
     * Reads the settings from properties named {@code troupe.security.*}.
     *
     * @param property gives the value of a property, or null
     * @throws IllegalArgumentException if they do not go together; the message says what to do
     */
    public static AccessSettings from(UnaryOperator<@Nullable String> property) {
        String mode = given(property, "mode");
        String keyFile = given(property, "jwk-set-file");
        String audience = given(property, "audience");
        return new AccessSettings(
                mode == null ? AccessMode.STRICT : AccessMode.parse(mode),
                keyFile == null ? null : Path.of(keyFile),
                given(property, "jwk-set-uri"),
                given(property, "issuer"),
                audience == null ? AUDIENCE : audience);
    }

    private static @Nullable String given(UnaryOperator<@Nullable String> property, String name) {
        String value = property.apply("troupe.security." + name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** What to tell whoever starts a service that is open; empty if it is not. */
    public String warning() {
        return mode == AccessMode.STRICT ? "" : """

                ****************************************************************************
                *  DEVELOPMENT MODE: whoever reaches this port may look and do business.   *
                *  Operating and personal data need a token. For anything but your own     *
                *  machine set TROUPE_SECURITY_MODE=strict; see docs/how-to/secure.md      *
                ****************************************************************************""";
    }
}
