package dev.troupe.operator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses of services that no data directory knows of, such as those in containers. */
public final class ServiceAddresses {

    private static final String VARIABLE = "TROUPE_SERVICES";

    private ServiceAddresses() {}

    /** Those that the environment names; empty if it names none. */
    static Map<String, URI> fromEnvironment() {
        String variable = System.getenv(VARIABLE);
        return variable == null ? Map.of() : parse(variable);
    }

    /** Reads addresses from a text such as {@code order=http://localhost:8081,payment=http://localhost:8082}; none if it is blank. */
    public static Map<String, URI> parse(String text) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, VARIABLE + " must be NAME=URL,NAME=URL..., not '" + text + "'.");
            }
            addresses.put(
                    entry.substring(0, equals).strip(),
                    URI.create(entry.substring(equals + 1).strip()));
        }
        return addresses;
    }
}
