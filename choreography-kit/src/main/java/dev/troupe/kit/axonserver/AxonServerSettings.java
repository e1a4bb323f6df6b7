package dev.troupe.kit.axonserver;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Axon Server is and how to get in.
 *
 * @param servers {@code host:port} of its gRPC port; several of a cluster are separated by commas
 * @param context the context that holds the events
 * @param token what it asks for if its access control is on
 * @param tls whether the connection is encrypted
 * @param certificate the file with the certificate to trust; without it, those that Java trusts
 */
public record AxonServerSettings(
        String servers,
        String context,
        @Nullable String token,
        boolean tls,
        @Nullable Path certificate) {

    private static final Pattern SERVERS = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}(,[A-Za-z0-9._-]+:[0-9]{1,5})*");

    public AxonServerSettings {
        if (!SERVERS.matcher(servers).matches()) {
            throw new IllegalArgumentException(
                    "troupe.axonserver must be host:port, or several separated by commas, not '" + servers + "'");
        }
    }

    /** A server that asks for nothing, for trying things out. */
    public static AxonServerSettings at(String servers) {
        return new AxonServerSettings(servers, "default", null, false, null);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return servers + "/" + context;
    }
}
