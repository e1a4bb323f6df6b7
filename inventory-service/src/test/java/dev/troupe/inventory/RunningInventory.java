package dev.troupe.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs in production, on ports that are free, and a client of its API. */
public final class RunningInventory implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;
    private final int managementPort;

    private RunningInventory(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.managementPort = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public static RunningInventory on(TestDatabase database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
        database.properties("inventory-service").forEach((name, value) -> arguments.add("--" + name + "=" + value));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningInventory(
                new SpringApplicationBuilder(InventoryService.class).run(arguments.toArray(String[]::new)));
    }

    public Answer get(String path) {
        return send(request(port, path));
    }

    public Answer management(String path) {
        return send(request(managementPort, path));
    }

    /** Posts a JSON body, with further headers as names and values in turn. */
    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(port, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The last part of the type of a problem. */
        public String problem() {
            return json().path("type").asText().replace("urn:troupe:problem:", "");
        }
    }
}
