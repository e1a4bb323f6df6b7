package dev.troupe.viewer.state;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where services answer operators.
 *
 * @param byName by the service's name, such as {@code order}
 */
public record ServiceAddresses(Map<String, URI> byName) {

    /**
     * Reads them as {@code TROUPE_SERVICES} has them.
     *
     * @param text such as {@code order=http://localhost:8081,payment=http://localhost:8082}; empty for none
     */
    public static ServiceAddresses parse(String text) {
        Map<String, URI> addresses = new HashMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*", -1)) {
            String[] parts = entry.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("troupe.services must be NAME=URL,NAME=URL..., not '" + text + "'");
            }
            addresses.put(parts[0], URI.create(parts[1]));
        }
        return new ServiceAddresses(addresses);
    }

    /** The address of a service by the name of its process, such as {@code order-service}. */
    Optional<URI> of(String process) {
        return Optional.ofNullable(byName.get(process.replaceFirst("-service$", "")));
    }
}
