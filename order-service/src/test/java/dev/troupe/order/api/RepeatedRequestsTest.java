package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each key is sent by many clients at once while the service is restarted; {@code -Dtroupe.repeated.keys=10000} for more.
 */
class RepeatedRequestsTest {

    private static final int KEYS = Integer.getInteger("troupe.repeated.keys", 200);
    private static final int TIMES = 20;
    private static final int KEYS_AT_ONCE = 10;
    private static final int RESTARTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BODY = Examples.PLACE_ORDER.replaceFirst("\"orderId\": \"o-1\",", "");

    private final Map<String, Set<String>> locations = new ConcurrentHashMap<>();

    @Test
    void oneOrderComesOfEachKeyHoweverOftenItIsSent() throws Exception {
        try (RunningOrderService service = new RunningOrderService(Map.of());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            for (int restart = 0; restart <= RESTARTS; restart++) {
                int from = KEYS * restart / (RESTARTS + 1);
                int to = KEYS * (restart + 1) / (RESTARTS + 1);
                try (ExecutorService keys = Executors.newFixedThreadPool(KEYS_AT_ONCE)) {
                    List<Future<?>> sent = IntStream.range(from, to)
                            .<Future<?>>mapToObj(key -> keys.submit(() -> sendOften(client, service, "key-" + key)))
                            .toList();
                    if (restart < RESTARTS) {
                        sent.get(sent.size() / 2).get();
                        service.restart();
                    }
                    for (Future<?> each : sent) {
                        each.get();
                    }
                }
            }
            assertThat(service.query("SELECT count(*) FROM events.event WHERE type = 'order.placed'"))
                    .containsExactly(String.valueOf(KEYS));
            assertThat(service.query("SELECT count(*) FROM \"order\".idempotency_key"))
                    .containsExactly(String.valueOf(KEYS));
        }
        assertThat(locations).hasSize(KEYS).allSatisfy((key, answers) -> assertThat(answers)
                .hasSize(1));
    }

    private void sendOften(HttpClient client, RunningOrderService service, String key) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, TIMES)
                    .mapToObj(i -> clients.submit(() -> sendUntilTaken(client, service, key)))
                    .toList();
            for (Future<String> answer : answers) {
                locations
                        .computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                        .add(answer.get());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String sendUntilTaken(HttpClient client, RunningOrderService service, String key) {
        return await(key)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> send(client, service, key), Optional::isPresent)
                .orElseThrow();
    }

    /** Where to look; nothing if the service is restarting, busy, or at it. */
    private static Optional<String> send(HttpClient client, RunningOrderService service, String key)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request(service, key), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(202, 409, 429, 503);
            return answer.statusCode() == 202 ? answer.headers().firstValue("Location") : Optional.empty();
        } catch (IOException restarting) {
            return Optional.empty();
        }
    }

    private static HttpRequest request(RunningOrderService service, String key) {
        return HttpRequest.newBuilder(service.address().resolve("/orders"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }
}
