package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.test.TestDatabase;
import dev.troupe.viewer.index.Follower;
import dev.troupe.viewer.span.OtlpEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private static final RunningViewer SHARED = withDeclaredServices();

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final AtomicLong streamPosition = new AtomicLong();

    private RunningViewer(TestDatabase database) {
        this.database = database;
        Map<String, Object> properties = new HashMap<>(database.properties("trace-viewer"));
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.put("troupe.otlp-port", 0);
        context = new SpringApplicationBuilder(TraceViewer.class)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        await().atMost(Duration.ofSeconds(60)).until(() -> bean(Follower.class).isFollowing());
    }

    private static RunningViewer withDeclaredServices() {
        TestDatabase database = TestDatabase.create("trace-viewer", "inventory-service", "payment-service");
        for (String service : new String[] {"inventory", "payment"}) {
            try (ServiceDatabase owned = ServiceDatabase.open(database.settings(service + "-service"))) {
                owned.migrate(service, "db/service");
            }
        }
        RunningViewer viewer = new RunningViewer(database);
        viewer.declare(
                "inventory",
                "WhenOrderPlacedThenReserveStock",
                "order.placed",
                0,
                "stock.reserved",
                "stock.reservation-rejected");
        viewer.declare(
                "payment", "WhenStockReservedThenStartAuthorization", "stock.reserved", 600_000, "payment.authorized");
        return viewer;
    }

    /** A viewer of its own for whoever brings a database with services of its own; to be closed. */
    static RunningViewer on(TestDatabase database) {
        return new RunningViewer(database);
    }

    void close() {
        context.close();
    }

    static RunningViewer shared() {
        return SHARED;
    }

    static String newOrderId() {
        return "o-" + UUID.randomUUID();
    }

    /** Declares one reaction in place of whatever the service declared before. */
    void declare(String service, String reaction, String fact, long withinMillis, String... expects) {
        execute(
                "INSERT INTO choreography.declaration (service, version, declared) VALUES (?, 'test', ?::jsonb)"
                        + " ON CONFLICT (service) DO UPDATE SET declared = EXCLUDED.declared",
                service + "-service",
                """
                {"service":"%s","processor":"%s-reactions","projections":[],
                 "reactions":[{"name":"%s","fact":"%s","expects":["%s"],"withinMillis":%d}]}""".formatted(service, service, reaction, fact, String.join("\",\"", expects), withinMillis));
    }

    /** Says that a service's one process is alive, and what its processor does. */
    void report(String service, String segments) {
        say(service, "{\"head\":1000000,\"segments\":[" + segments + "]}");
    }

    /** Says that a service's one process is alive, and has refused so many requests for a reason. */
    void refuse(String service, String reason, int requests) {
        say(service, "{\"head\":0,\"segments\":[],\"refusedRequests\":{\"%s\":%d}}".formatted(reason, requests));
    }

    private void say(String service, String status) {
        execute(
                "INSERT INTO choreography.instance (service, instance, status, seen_at) VALUES (?, '1', ?::jsonb, now())"
                        + " ON CONFLICT (service, instance) DO UPDATE SET status = EXCLUDED.status, seen_at = now()",
                service + "-service",
                status);
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
                {"orderId":"%s","customerId":"%s","customerTier":"STANDARD",
                 "contact":{"subject":"%s","keyId":"k","ciphertext":"c2VjcmV0"},"country":"France","currency":"EUR",
                 "lines":[{"sku":"%s","quantity":1,"unitPriceMinor":100}],"totalMinor":100,"orderedAt":"2026-01-01T00:00:00Z",
                 "origin":{"channel":"test"},"warehouseId":"main"}""".formatted(orderId, customer, customer, sku));
    }

    /** An order that inventory has no goods for; it has ended. */
    String outOfStock() {
        String orderId = newOrderId();
        String placed = placeOrder(orderId, "c-1", "MUG");
        String rejected = append(orderId, "stock.reservation-rejected", "inventory", placed, "{}");
        String cancelled = append(orderId, "order.cancelled", "order", rejected, "{\"reason\":\"OUT_OF_STOCK\"}");
        append(orderId, "payment.cancelled", "payment", cancelled, "{}");
        return orderId;
    }

    /** Puts a job among those that a service still has to do. */
    void job(
            String service,
            String name,
            String flowId,
            String causationId,
            int attempt,
            @Nullable String waitingFor,
            int dueInSeconds) {
        execute(
                "INSERT INTO %s.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                                .formatted(service)
                        + " VALUES (?, ?, convert_to(?, 'UTF8'), now() + ?::interval, false, 1)",
                name,
                flowId,
                """
                {"flowId":"%s","causationId":"%s","requestedAt":"2026-01-01T00:00:00Z","attempt":%d,"waitingFor":%s,"data":{}}""".formatted(flowId, causationId, attempt, waitingFor == null ? "null" : "\"" + waitingFor + "\""),
                dueInSeconds + " seconds");
    }

    /** Puts an event among those that a service's reactions gave up on. */
    void deadLetter(String service, String flowId, String eventId, String cause) {
        execute(
                "INSERT INTO %s.dead_letter (processor, sequence, position, event_id, event_type, cause_message)"
                                .formatted(service)
                        + " SELECT ?, ?, position, event_id, type, ? FROM events.event WHERE event_id = ?::uuid",
                service + "-reactions",
                flowId,
                cause,
                eventId);
    }

    /** Sends a span of inventory-service that names a flow. */
    void span(String flowId, String name, String kind, boolean failed) {
        ObjectNode span = JSON.createObjectNode()
                .put("traceId", UUID.randomUUID().toString().replace("-", ""))
                .put("spanId", UUID.randomUUID().toString().substring(0, 8) + "00000000")
                .put("name", name)
                .put("kind", kind.equals("CLIENT") ? 3 : 1)
                .put("startTimeUnixNano", Long.toString(Instant.now().toEpochMilli() * 1_000_000))
                .put("endTimeUnixNano", Long.toString(Instant.now().toEpochMilli() * 1_000_000 + 5_000_000));
        span.putObject("status").put("code", failed ? 2 : 0);
        attribute(span, "troupe.flow", flowId);
        ObjectNode sent = JSON.createObjectNode();
        ObjectNode resource = sent.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource"), "service.name", "inventory-service");
        resource.putArray("scopeSpans").addObject().putArray("spans").add(span);
        post("http://127.0.0.1:" + bean(OtlpEndpoint.class).port() + "/v1/traces", sent.toString());
    }

    private static void attribute(ObjectNode of, String key, String value) {
        of.putArray("attributes").addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static void post(String address, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(200);
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

    /** A person's value, sealed as order-service would, as JSON. */
    String seal(String subject, Object value) {
        try (ServiceDatabase owned = ServiceDatabase.open(database.settings("inventory-service"))) {
            return JSON.valueToTree(SealedValues.create(database.settings("inventory-service"), owned)
                            .seal(subject, value))
                    .toString();
        }
    }

    /** Who was recorded to have looked at personal data. */
    List<String> recordedCallers() {
        try (Connection connection = database.admin().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT caller || ' ' || status FROM trace_viewer.operator_call ORDER BY id")) {
            List<String> callers = new ArrayList<>();
            while (rows.next()) {
                callers.add(rows.getString(1));
            }
            return callers;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
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
