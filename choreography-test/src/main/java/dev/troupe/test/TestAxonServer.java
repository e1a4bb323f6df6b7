package dev.troupe.test;

import dev.troupe.kit.axonserver.AxonServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** The Axon Server that tests may use, if one is given: it cannot be brought along. Its events are deleted by the tests. */
public final class TestAxonServer {

    /** The environment variable with the address of its gRPC port. */
    public static final String ADDRESS = "TROUPE_AXONSERVER";

    private TestAxonServer() {}

    /** Where it is, if one is given. */
    public static Optional<String> find() {
        return Optional.ofNullable(System.getenv(ADDRESS)).filter(address -> !address.isBlank());
    }

    /** Where it is; only for tests that run with one. */
    public static AxonServerSettings settings() {
        return AxonServerSettings.at(find().orElseThrow());
    }

    /** Deletes all its events, which a server only does in its development mode. */
    public static void empty() {
        String given = System.getenv("TROUPE_AXONSERVER_HTTP");
        String http = given == null ? find().orElseThrow().replaceFirst(":.*", ":8024") : given;
        URI purge = URI.create("http://" + http + "/v1/devmode/purge-events");
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(HttpRequest.newBuilder(purge).DELETE().build(), BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(
                        "%s answers %d: Axon Server must run with axoniq.axonserver.devmode.enabled=true"
                                .formatted(purge, status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(purge + " does not answer; set TROUPE_AXONSERVER_HTTP=HOST:PORT", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
