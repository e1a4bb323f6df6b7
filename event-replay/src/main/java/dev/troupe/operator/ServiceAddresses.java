package dev.troupe.operator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses of services that no data directory knows of, such as those in containers. */
final class ServiceAddresses {

    private static final String VARIABLE = "TROUPE_SERVICES";

    private ServiceAddresses() {}

    /** Those that the environment names; empty if it names none. */
    static Map<String, URI> fromEnvironment() {
        String variable = System.getenv(VARIABLE);
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String entry : variable == null || variable.isBlank() ? new String[0] : variable.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, VARIABLE + " must be NAME=URL,NAME=URL..., not '" + variable + "'.");
            }
            addresses.put(
                    entry.substring(0, equals).strip(),
                    URI.create(entry.substring(equals + 1).strip()));
        }
        return addresses;
    }
}
