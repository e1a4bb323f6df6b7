package dev.troupe.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a client of the provider does, over real HTTP. */
public final class ProviderClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI provider;
    private final Duration timeout;

    public ProviderClient(URI provider) {
        this(provider, PATIENCE);
    }

    private ProviderClient(URI provider, Duration timeout) {
        this.provider = provider;
        this.timeout = timeout;
    }

    /** One answer, whatever its status. */
    public record Reply(int status, String body, HttpHeaders headers) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text(String field) {
            return json().path(field).asText();
        }

        public long number(String field) {
            return json().path(field).asLong(Long.MIN_VALUE);
        }

        /** The problem's type without its common beginning. */
        public String problem() {
            return text("type").replace("urn:troupe:provider:", "");
        }
    }

    public ProviderClient waitingAtMost(Duration limit) {
        return new ProviderClient(provider, limit);
    }

    public Reply authorize(String key, long amountMinor) {
        return authorize(key, amountMinor, "GBP", "order-of-" + key);
    }

    public Reply authorize(String key, long amountMinor, String currency, String reference) {
        return send("PUT", "/authorizations/" + key, """
                {"amountMinor": %d, "currency": "%s", "reference": "%s"}
                """.formatted(amountMinor, currency, reference));
    }

    public Reply find(String key) {
        return send("GET", "/authorizations/" + key, "");
    }

    public Reply close(String key) {
        return send("POST", "/authorizations/" + key + "/close", "");
    }

    public Reply capture(String key) {
        return send("POST", "/authorizations/" + key + "/capture", "");
    }

    public Reply cancel(String key) {
        return send("POST", "/authorizations/" + key + "/void", "");
    }

    public Reply refund(String key, String refundKey, long amountMinor) {
        return send(
                "PUT", "/authorizations/" + key + "/refunds/" + refundKey, "{\"amountMinor\": " + amountMinor + "}");
    }

    public Reply faults(String json) {
        return send("PUT", "/faults", json);
    }

    public Reply summary() {
        return send("GET", "/ledger/summary", "");
    }

    public Reply ledger() {
        return send("GET", "/ledger", "");
    }

    public Reply send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(provider.resolve(path))
                .timeout(timeout)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
