package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Generated requests against the running service: {@code -Dtroupe.hostile.requests=100000 -Dtroupe.hostile.seed=7} for more and others.
 */
@ExtendWith(RunningOrderService.Shared.class)
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("troupe.hostile.requests", 2_000);
    private static final long SEED = Long.getLong("troupe.hostile.seed", 1);
    /** What the test itself and the compiler keep; a service that kept its requests would need far more. */
    private static final long HEAP_GROWTH = 48L << 20;

    private final RunningOrderService service;
    private final Map<String, Integer> answers = new TreeMap<>();

    HostileRequestsTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void whateverIsSentIsDoneOrRefusedAndNothingInBetween() throws Exception {
        HostileRequests requests = new HostileRequests(SEED);
        URI address = service.address();
        long before = placed();
        // by where to look, because a request may chance to repeat another, key and all
        Set<String> accepted = new HashSet<>();
        long heap = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < REQUESTS; i++) {
                if (i == REQUESTS / 4) {
                    heap = usedHeap();
                }
                HttpRequest request = requests.next(address);
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                check(i, request, answer);
                if (answer.statusCode() == 202) {
                    accepted.add(answer.headers().firstValue("Location").orElseThrow());
                }
            }
        }
        assertThat(placed() - before)
                .as("orders in the store; answers %s", answers)
                .isEqualTo(accepted.size());
        assertThat(
                        service.query(
                                "SELECT stream FROM events.event WHERE stream LIKE 'order-hostile-%'"
                                        + " GROUP BY stream HAVING min(type) FILTER (WHERE stream_position = 0) IS DISTINCT FROM 'order.placed'"))
                .isEmpty();
        assertThat(usedHeap() - heap).isLessThan(HEAP_GROWTH);
        assertThat(answers.keySet()).contains("202", "400 invalid-request", "400 malformed-json", "413 body-too-large");
    }

    private void check(int number, HttpRequest request, HttpResponse<String> answer) {
        String what = "request %d of seed %d, %s %s %s: %d %s"
                .formatted(
                        number,
                        SEED,
                        request.method(),
                        request.uri(),
                        request.headers().map(),
                        answer.statusCode(),
                        answer.body());
        assertThat(answer.statusCode()).as(what).isBetween(200, 499);
        if (answer.statusCode() < 400 || request.method().equals("HEAD")) {
            answers.merge(String.valueOf(answer.statusCode()), 1, Integer::sum);
            return;
        }
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
        JsonNode problem = RunningOrderService.json(answer);
        assertThat(problem.path("type").asText()).as(what).startsWith("urn:troupe:problem:");
        assertThat(problem.path("status").asInt()).as(what).isEqualTo(answer.statusCode());
        assertThat(answer.body()).as(what).doesNotContain("Exception", "dev.troupe", "org.springframework", "\tat ");
        answers.merge(
                answer.statusCode() + " " + problem.path("type").asText().substring("urn:troupe:problem:".length()),
                1,
                Integer::sum);
    }

    private long placed() {
        return Long.parseLong(service.query("SELECT count(*) FROM events.event WHERE type = 'order.placed'")
                .getFirst());
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
