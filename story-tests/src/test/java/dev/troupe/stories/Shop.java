package dev.troupe.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.OwnTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the people in the stories do: order, deliver, cancel, refund; and what they can see afterwards. */
final class Shop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem system;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Shop(RunningSystem system) {
        this.system = system;
    }

    /** A name nobody used before. */
    static String newName(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    void receive(String sku, int quantity) {
        expect(
                202,
                post(
                        "inventory",
                        "/warehouses/main/deliveries",
                        newName("delivery"),
                        Map.of("lines", List.of(Map.of("sku", sku, "quantity", quantity)))));
    }

    HttpResponse<String> place(String order, String sku, int quantity) {
        return place(order, "customer-1", "Ada", sku, quantity);
    }

    /** Places an order for a customer whose name and addresses hold a text that is found nowhere else. */
    void placeFor(String customer, String marker, String order, String sku) {
        expect(202, place(order, customer, marker, sku, 1));
    }

    /** Has everything forgotten that is known of a customer. */
    void erase(String customer) {
        expect(
                200,
                send(HttpRequest.newBuilder(system.url("order").resolve("/customers/" + customer + "/personal-data"))
                        .header(
                                "Authorization",
                                "Bearer " + OwnTokens.of(system.data()).issue(Role.PERSONAL_DATA))
                        .DELETE()));
    }

    private HttpResponse<String> place(String order, String customer, String name, String sku, int quantity) {
        return post(
                "order",
                "/orders",
                order,
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        customer,
                        "contact",
                        Map.of("name", name, "email", name + "@example.com", "address", "1 " + name + " Street"),
                        "country",
                        "United Kingdom",
                        "currency",
                        "GBP",
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity, "unitPriceMinor", 250))));
    }

    HttpResponse<String> cancel(String order) {
        return post("order", "/orders/" + order + "/cancellation", newName("cancel"), Map.of());
    }

    HttpResponse<String> refund(String order, long amountMinor) {
        return post(
                "payment", "/payments/" + order + "/refunds", newName("refund"), Map.of("amountMinor", amountMinor));
    }

    void faults(Map<String, Object> faults) {
        expect(
                200,
                send(HttpRequest.newBuilder(system.url("provider").resolve("/faults"))
                        .PUT(HttpRequest.BodyPublishers.ofString(json(faults)))));
    }

    JsonNode order(String order) {
        return get("order", "/orders/" + order);
    }

    JsonNode stock(String sku) {
        return get("inventory", "/warehouses/main/stock/" + sku);
    }

    /** What the provider has under the key of an order's payment; 404 if nothing. */
    HttpResponse<String> atProvider(String order) {
        return send(HttpRequest.newBuilder(system.url("provider").resolve("/authorizations/payment-" + order))
                .GET());
    }

    /** Everything the provider ever did. */
    String ledger() {
        return send(HttpRequest.newBuilder(system.url("provider").resolve("/ledger"))
                        .GET())
                .body();
    }

    /** The facts of a flow in the order in which they were recorded. */
    List<String> facts(String flow) {
        return events(flow).stream().map(StoredEvent::type).toList();
    }

    /** The trace ids that the events of a flow carry. */
    List<String> traces(String flow) {
        return events(flow).stream()
                .map(event ->
                        read(event.metadata()).path("traceparent").asText().split("-", -1)[1])
                .distinct()
                .toList();
    }

    /** What the facts of a type say in a flow. */
    List<JsonNode> told(String flow, String type) {
        return events(flow).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> read(event.payload()))
                .toList();
    }

    /** The events of a flow as they are stored. */
    List<StoredEvent> events(String flow) {
        return system.log().eventsOfFlow(flow);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode get(String part, String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(system.url(part).resolve(path)).GET());
        expect(200, answer);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String part, String path, String key, Map<String, Object> body) {
        URI uri = system.url(part).resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Idempotency-Key", key);
        return send(
                body.isEmpty()
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request() + " was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
