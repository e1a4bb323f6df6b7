package dev.troupe.viewer.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.StateHistory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks services what events did to their aggregates; whoever looks shows a token of their own, which is passed on. */
public final class EventStates {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServiceAddresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Asks the services at these addresses. */
    public EventStates(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What an event changed.
     *
     * @param authorization what whoever looks has shown, if anything
     */
    public EventState of(StoredEvent event, @Nullable String authorization) {
        String[] stream = event.stream().split("-", 2);
        String service = source(event);
        Optional<URI> address = addresses.of(service);
        if (address.isEmpty() || stream.length < 2) {
            return EventState.unknown(
                    "Nobody told the viewer where %s answers; see TROUPE_SERVICES.".formatted(service));
        }
        String aggregate = "%s/operator/states/%s/%s".formatted(address.get(), encoded(stream[0]), encoded(stream[1]));
        try {
            StateHistory history = get(
                    "%s/history?after=%d&limit=1".formatted(aggregate, event.streamPosition() - 1),
                    authorization,
                    StateHistory.class);
            PastState after = get("%s?at=%d".formatted(aggregate, event.position()), authorization, PastState.class);
            return new EventState(
                    stream[0], stream[1], history.items().getFirst().changes(), after.state(), null);
        } catch (IOException e) {
            return EventState.unknown("%s does not tell: %s".formatted(service, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EventState.unknown("The viewer is being stopped.");
        }
    }

    private <T> T get(String address, @Nullable String authorization, Class<T> type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            JsonNode problem = FactMapper.get().readTree(answer.body());
            throw new IOException(problem.path("detail").asText("it answered " + answer.statusCode()));
        }
        return FactMapper.get().readValue(answer.body(), type);
    }

    private static String source(StoredEvent event) {
        try {
            return FactMapper.get()
                    .readTree(event.metadata())
                    .path(FactMetadata.SOURCE)
                    .asText("")
                    .split("/", 2)[0];
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
