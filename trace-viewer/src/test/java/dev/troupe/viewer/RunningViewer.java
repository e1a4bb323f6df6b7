package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.test.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The viewer as it runs in production, on a database of its own into which tests write what services would; all tests of a process share
 * it. Inventory owes a reservation at once, payment an authorization after ten minutes.
 */
final class RunningViewer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RunningViewer SHARED = new RunningViewer();

    private final TestDatabase database = TestDatabase.create("trace-viewer", "inventory-service", "payment-service");
    private final ConfigurableApplicationContext context;
    private final AtomicLong streamPosition = new AtomicLong();

    private RunningViewer() {
        for (String service : new String[] {"inventory", "payment"}) {
            try (ServiceDatabase owned = ServiceDatabase.open(database.settings(service + "-service"))) {
                owned.migrate(service, "db/service");
            }
        }
        declare("inventory", "WhenOrderPlacedThenReserveStock", "order.placed", "stock.reserved", 0);
        declare("payment", "WhenStockReservedThenStartAuthorization", "stock.reserved", "payment.authorized", 600_000);
        Map<String, Object> properties = new HashMap<>(database.properties("trace-viewer"));
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.put("troupe.otlp-port", 0);
        context = new SpringApplicationBuilder(TraceViewer.class)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    static RunningViewer shared() {
        return SHARED;
    }

    static String newOrderId() {
        return "o-" + UUID.randomUUID();
    }

    /** Declares one reaction in place of whatever the service declared before. */
    void declare(String service, String reaction, String fact, String expects, long withinMillis) {
        execute(
                "INSERT INTO choreography.declaration (service, version, declared) VALUES (?, 'test', ?::jsonb)"
                        + " ON CONFLICT (service) DO UPDATE SET declared = EXCLUDED.declared",
                service + "-service",
                """
                {"service":"%s","processor":"%s-reactions","projections":[],
                 "reactions":[{"name":"%s","fact":"%s","expects":["%s"],"withinMillis":%d}]}""".formatted(service, service, reaction, fact, expects, withinMillis));
    }

    /** Says that a service's one process is alive, and what its processor does. */
    void report(String service, String segments) {
        execute(
                "INSERT INTO choreography.instance (service, instance, status, seen_at) VALUES (?, '1', ?::jsonb, now())"
                        + " ON CONFLICT (service, instance) DO UPDATE SET status = EXCLUDED.status, seen_at = now()",
                service + "-service",
                "{\"head\":1000000,\"segments\":[" + segments + "]}");
    }

    /** Appends an order and what it leads to; the id of the event. */
    String append(String flowId, String type, String source, @Nullable String causeId, String payload) {
        String id = UUID.randomUUID().toString();
        String cause = causeId == null ? "" : "\"causationId\":\"%s\",".formatted(causeId);
        execute(
                "INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)"
                        + " VALUES (?, ?::bigint, ?::uuid, ?, '1', now(), ?::json, ?::json)",
                source + "-" + flowId,
                Long.toString(streamPosition.getAndIncrement()),
                id,
                type,
                "{%s\"correlationId\":\"%s\",\"source\":\"%s-service/1.0\"}".formatted(cause, flowId, source),
                payload);
        return id;
    }

    /** Appends a placed order. */
    String placeOrder(String orderId, String customer, String sku) {
        return append(orderId, "order.placed", "order", null, """
                {"orderId":"%s","customerId":"%s","contact":{"subject":"%s","keyId":"k","ciphertext":"c2VjcmV0"},
                 "lines":[{"sku":"%s","quantity":1,"unitPriceMinor":100}]}""".formatted(orderId, customer, customer, sku));
    }

    void execute(String sql, String... parameters) {
        try (Connection connection = database.admin().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A part of the running viewer. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parse(answer);
    }

    static JsonNode parse(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }
}
