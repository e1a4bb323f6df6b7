package dev.troupe.operator;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The services that can be asked, by name. */
public final class Services {

    private final Map<String, ServiceClient> clients = new TreeMap<>();

    /**
     * Services at known addresses.
     *
     * @param addresses by the service's name, such as {@code order}
     * @param tokens gives the token of each request; without one little is allowed
     */
    public Services(Map<String, URI> addresses, Supplier<@Nullable String> tokens) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        addresses.forEach((name, address) -> clients.put(name, new ServiceClient(http, name, address, tokens)));
    }

    /** All of them, in the order of their names. */
    public Collection<ServiceClient> all() {
        return clients.values();
    }

    /** The service of a name. */
    public ServiceClient named(String name) {
        ServiceClient client = clients.get(name);
        if (client == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "There is no service called '%s'; there are %s.".formatted(name, clients.keySet()));
        }
        return client;
    }

    /**
     * Asks one service after the other until one has what is wanted: a service that answers 404 has it not.
     *
     * @param wanted what is looked for, for the message if nobody has it
     */
    public <T> T first(String wanted, Function<ServiceClient, T> ask) {
        @Nullable CommandFailure unasked = null;
        for (ServiceClient service : all()) {
            try {
                return ask.apply(service);
            } catch (ServiceRefused refused) {
                if (refused.status() != 404) {
                    throw refused;
                }
            } catch (CommandFailure away) {
                unasked = away;
            }
        }
        throw unasked != null
                ? unasked
                : new CommandFailure(
                        ExitCode.REFUSED, "None of the services %s has %s.".formatted(clients.keySet(), wanted));
    }
}
