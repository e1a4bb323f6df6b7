package dev.troupe.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.test.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service on a real database, beside a real provider and a stage on which the other services are played. */
public final class RunningPaymentService implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProviderFixture provider = new ProviderFixture();
    private final Stage stage;
    private final ConfigurableApplicationContext service;

    /** Starts everything; payments are declined if the provider does not answer for {@code timeOut}, such as {@code 30s}. */
    public RunningPaymentService(String timeOut) {
        TestDatabase database = TestDatabase.create("payment-service", "stage-service");
        stage = new Stage(database.settings("stage-service"));
        Map<String, String> properties = new HashMap<>(database.properties("payment-service"));
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("troupe.payment.time-out", timeOut);
        properties.put("troupe.payment.provider.url", provider.uri().toString());
        properties.put("troupe.payment.provider.answer-time-out", "500ms");
        properties.put("troupe.payment.provider.rest", "300ms");
        service = new SpringApplicationBuilder(PaymentService.class)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    /** The provider. */
    public ProviderFixture provider() {
        return provider;
    }

    /** The other services. */
    public Stage stage() {
        return stage;
    }

    /** The payment of an order as the API shows it. */
    public JsonNode payment(String order) throws Exception {
        return json(get("/payments/" + order), 200);
    }

    /** Waits until the payment of an order is so far. */
    public void awaitStatus(String order, String status) {
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() ->
                        assertThat(payment(order).get("status").textValue()).isEqualTo(status));
    }

    /** Gets from the API. */
    public HttpResponse<String> get(String path) throws Exception {
        return send(at("local.server.port", path));
    }

    /** Gets from the management side. */
    public HttpResponse<String> manage(String path) throws Exception {
        return send(at("local.management.port", path));
    }

    /** Posts JSON to the API. */
    public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = at("local.server.port", path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** The body of an answer that must have this status. */
    public static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return FactMapper.get().readTree(answer.body());
    }

    @Override
    public void close() throws Exception {
        service.close();
        stage.close();
        provider.close();
        http.close();
    }

    private HttpRequest.Builder at(String portProperty, String path) {
        String port = service.getEnvironment().getRequiredProperty(portProperty);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
