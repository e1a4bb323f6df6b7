package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Stage;
import dev.troupe.demo.launch.StageSettings;
import dev.troupe.demo.launch.SystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the trace viewer says of a system in which a service is killed: the culprit by name, soon, and not for longer than it is one. */
class CulpritTest {

    /** Beside the system of the stories. */
    private static final String PORT_OFFSET = "12500";

    private static final String KILLED = "inventory-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path data;

    private static Stage stage;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws InterruptedException {
        stage = Stage.open(settings(), new Console(System.err, System.out));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void aKilledServiceIsNamedByEveryFlowThatWaitsForItUntilItIsBack() {
        stage.processes().kill(KILLED);
        List<String> orders =
                IntStream.range(0, 5).mapToObj(i -> Shop.newName("order")).toList();
        orders.forEach(order -> assertThat(place(order)).isEqualTo(202));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(blaming(KILLED, "PROCESS_DOWN"))
                .containsExactlyInAnyOrderElementsOf(orders));

        stage.processes().restart(KILLED);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(viewer("/api/stuck").path("count").asInt()).isZero();
            orders.forEach(order -> assertThat(viewer("/api/flows/" + order)
                            .path("flow")
                            .path("outcome")
                            .asText())
                    .isEqualTo("CANCELLED"));
        });
    }

    @Test
    void aRequestThatWasRefusedIsCountedOnTheDashboardByItsReason() {
        assertThat(place("")).isEqualTo(400);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(viewer("/api/dashboard").path("refused"))
                        .anySatisfy(refused -> {
                            assertThat(refused.path("service").asText()).isEqualTo("order-service");
                            assertThat(refused.path("reason").asText()).isEqualTo("invalid-request");
                            assertThat(refused.path("number").asInt()).isOne();
                        }));
    }

    private static StageSettings settings() {
        SystemOptions options = new SystemOptions();
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString(), "--port-offset", PORT_OFFSET));
        arguments.addAll(RunningSystem.emptyEventStore());
        new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
        return options.settings();
    }

    /** The flows of which all that is overdue is owed by this service for this reason. */
    private List<String> blaming(String service, String reason) {
        return StreamSupport.stream(viewer("/api/stuck").path("flows").spliterator(), false)
                .filter(stuck -> StreamSupport.stream(stuck.path("debts").spliterator(), false)
                        .filter(debt -> debt.path("overdue").asBoolean())
                        .allMatch(debt -> debt.path("service").asText().equals(service)
                                && debt.path("reason").asText().equals(reason)))
                .map(stuck -> stuck.path("flow").path("flowId").asText())
                .toList();
    }

    private int place(String order) {
        String body = """
                {"orderId": "%s", "customerId": "customer-1", "country": "United Kingdom", "currency": "GBP",
                 "contact": {"name": "Ada", "email": "ada@example.com", "address": "1 Main Street"},
                 "lines": [{"sku": "TEAPOT", "quantity": 1, "unitPriceMinor": 250}]}""".formatted(order);
        return send(HttpRequest.newBuilder(stage.system().url("order").resolve("/orders"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .status();
    }

    private JsonNode viewer(String path) {
        try {
            return JSON.readTree(send(HttpRequest.newBuilder(
                            stage.system().url("trace-viewer").resolve(path)))
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int status, String body) {}
}
