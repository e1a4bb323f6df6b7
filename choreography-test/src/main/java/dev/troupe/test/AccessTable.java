package dev.troupe.test;

import dev.troupe.kit.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code docs/reference/endpoints.md} says of a service, held against the service. */
public final class AccessTable {

    private static final String EVERY = "every service";
    private static final String NONE = "none";

    private final String service;
    private final Map<Endpoint, String> roles = new LinkedHashMap<>();

    private AccessTable(String service) {
        this.service = service;
    }

    /** The rows of a service; to be called from a test of its module. */
    public static AccessTable of(String service) throws IOException {
        AccessTable table = new AccessTable(service);
        for (String line : Files.readAllLines(Path.of("../docs/reference/endpoints.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6 && isAbout(cells[1].strip(), service)) {
                table.roles.put(new Endpoint(cells[2].strip(), cells[3].strip()), cells[4].strip());
            }
        }
        return table;
    }

    private static boolean isAbout(String named, String service) {
        return named.equals(service) || named.equals(EVERY) && service.endsWith("-service");
    }

    /** What is wrong: endpoints that are not in the table, rows without an endpoint, and answers to roles that are not the one. */
    public List<String> mistakes(Set<Endpoint> endpoints, URI address) throws IOException, InterruptedException {
        List<String> mistakes = new ArrayList<>();
        endpoints.stream()
                .filter(endpoint -> !roles.containsKey(endpoint))
                .forEach(endpoint -> mistakes.add(endpoint + " of " + service + " is not in the table"));
        roles.keySet().stream()
                .filter(endpoint -> !endpoints.contains(endpoint))
                .forEach(endpoint -> mistakes.add(endpoint + " is in the table, but " + service + " has none"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Map.Entry<Endpoint, String> row : roles.entrySet()) {
                mistakes.addAll(mistakes(client, address, row.getKey(), row.getValue()));
            }
        }
        return mistakes;
    }

    private static List<String> mistakes(HttpClient client, URI address, Endpoint endpoint, String role)
            throws IOException, InterruptedException {
        List<String> mistakes = new ArrayList<>();
        int unknown = status(client, address, endpoint, Optional.empty());
        if (role.equals(NONE) ? isDenied(unknown) : unknown != 401) {
            mistakes.add("%s answers %d to nobody known".formatted(endpoint, unknown));
        }
        for (Role shown : Role.values()) {
            int status = status(client, address, endpoint, Optional.of(shown));
            boolean allowed = role.equals(NONE) || role.equals(shown.label());
            if (allowed ? isDenied(status) : status != 403) {
                mistakes.add("%s answers %d to the role %s".formatted(endpoint, status, shown.label()));
            }
        }
        return mistakes;
    }

    /** A 502 comes from behind the door: whoever was asked next is away. */
    private static boolean isDenied(int status) {
        return status == 401 || status == 403 || status >= 500 && status != 502;
    }

    /** An answer that never ends, such as one of server-sent events, has a status all the same. */
    private static int status(HttpClient client, URI address, Endpoint endpoint, Optional<Role> role)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(endpoint.examplePath()))
                .method(endpoint.method(), BodyPublishers.noBody());
        role.ifPresent(shown -> request.header("Authorization", TestTokens.bearer("ada", shown)));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return answer.statusCode();
        }
    }
}
