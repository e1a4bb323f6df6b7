package dev.troupe.kit.access;

import java.util.Locale;

/** How much a service trusts whoever reaches its port. */
public enum AccessMode {
    /** Every request needs a token with the role for it. */
    STRICT,
    /** Business and looking are open, for the first hour on one's own machine; operating and personal data are not. */
    DEVELOPMENT;

    /** Its name in settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccessMode parse(String text) {
        return switch (text) {
            case "strict" -> STRICT;
            case "development" -> DEVELOPMENT;
            default ->
                throw new IllegalArgumentException(
                        "troupe.security.mode must be strict or development, not '" + text + "'");
        };
    }
}
