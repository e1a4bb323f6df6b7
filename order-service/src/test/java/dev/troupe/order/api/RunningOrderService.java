package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.Services;
import dev.troupe.order.OrderService;
import dev.troupe.test.TestDatabase;
import dev.troupe.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs in production, on a database of its own; all tests of a process that ask for it share it. */
final class RunningOrderService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestDatabase database = TestDatabase.create("order-service");
    private final String[] arguments;
    private volatile ConfigurableApplicationContext context;

    /** Starts a service that a test has for itself. */
    RunningOrderService(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(database.properties("order-service"));
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.putAll(more);
        arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        context = run();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(OrderService.class).run(arguments);
    }

    /** Stops the service and starts it anew, at another port, on the same database. */
    void restart() {
        context.close();
        context = run();
    }

    /** Where it answers, without a path. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static String newOrderId() {
        return "o-" + UUID.randomUUID();
    }

    static String orderBody(String orderId) {
        return Examples.PLACE_ORDER.replace("\"o-1\"", quoted(orderId));
    }

    static String orderBody(String orderId, String customerId) {
        return orderBody(orderId).replace("\"c-1\"", quoted(customerId));
    }

    private static String quoted(String id) {
        return '"' + id + '"';
    }

    HttpResponse<String> place(String body, String... headers) {
        return post("/orders", body, headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = to(port("local.server.port"), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** As an operator called ada. */
    HttpResponse<String> operate(String path, String body) {
        return post(path, body, "Authorization", TestTokens.bearer("ada", Role.OPERATE));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(port("local.server.port"), path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(to(port("local.server.port"), path).headers(headers).DELETE());
    }

    HttpResponse<String> getFromManagement(String path) {
        return send(to(port("local.management.port"), path));
    }

    /** The service as whoever has a token reaches it. */
    Services operated(@Nullable String token) {
        return new Services(Map.of("order", address()), () -> token);
    }

    /** The names of the facts in an order's stream. */
    List<String> events(String orderId) {
        return query("SELECT type FROM events.event WHERE stream = 'order-%s' ORDER BY position".formatted(orderId));
    }

    /** Records a fact of another service. */
    void plant(String stream, String flow, String type, String payload) {
        query("""
                INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)
                VALUES ('%s', 0, gen_random_uuid(), '%s', '1', now(), '{"correlationId": "%s"}', '%s') RETURNING position""".formatted(stream, type, flow, payload));
    }

    /** The first column of what the database's owner sees. */
    List<String> query(String sql) {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:troupe:problem:" + type);
        assertThat(json(answer).path("traceId").asText()).matches("(?!0{32})[0-9a-f]{32}");
        return json(answer);
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Hands the running service to tests and stops it after the last of them, while its database is still there. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RunningOrderService.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(
                            RunningOrderService.class,
                            type -> new RunningOrderService(
                                    Map.of("troupe.admission.rate", 1_000_000, "troupe.admission.burst", 1_000_000)));
        }
    }
}
