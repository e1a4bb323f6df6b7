package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A service that may take 100 requests of a client at once, and 50 a second after that. */
class BurstTest {

    private static final int REQUESTS = 1_000;

    private static final RunningOrderService SERVICE = new RunningOrderService(
            Map.of("troupe.admission.rate", 50, "troupe.admission.burst", 100, "troupe.admission.in-flight", 8));

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aBurstTenTimesOverIsRefusedInTimeAndWhatWasTakenIsKept() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService clients =
                Executors.newFixedThreadPool(64, Thread.ofVirtual().factory())) {
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String order = RunningOrderService.orderBody("burst-" + i);
                sent.add(clients.submit(() -> SERVICE.place(order)));
            }
            for (Future<HttpResponse<String>> answer : sent) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(202, 429)
                .isSubsetOf(202, 429, 503);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"client\";q=100;w=2");
            assertThat(answer.headers().firstValue("RateLimit").orElse("")).matches("\"client\";r=\\d+;t=\\d+");
            if (answer.statusCode() != 202) {
                assertThat(answer.headers().firstValue("Retry-After").orElse(""))
                        .matches("[1-9]\\d*");
                RunningOrderService.problem(
                        answer, answer.statusCode(), answer.statusCode() == 429 ? "too-many-requests" : "too-busy");
            }
        });
        long taken =
                answers.stream().filter(answer -> answer.statusCode() == 202).count();
        assertThat(
                        SERVICE.query(
                                "SELECT count(*) FROM events.event WHERE type = 'order.placed' AND stream LIKE 'order-burst-%'"))
                .containsExactly(String.valueOf(taken));

        await().untilAsserted(() -> assertThat(SERVICE.place(RunningOrderService.orderBody("after-the-burst"))
                        .statusCode())
                .isEqualTo(202));
    }

    @Test
    void noFlowIsStartedWhileAServiceIsTooFarBehind() {
        SERVICE.query("""
                WITH declared AS (
                  INSERT INTO choreography.declaration (service, version, declared)
                  VALUES ('payment-service', '1', '{"processor": "payment-reactions"}') RETURNING 1)
                INSERT INTO choreography.instance (service, instance, status)
                VALUES ('payment-service', 'a', '{"head": 0, "segments":
                  [{"processor": "payment-reactions", "segment": 0, "position": -20000}]}') RETURNING 1""");

        await().untilAsserted(() -> {
            HttpResponse<String> answer = SERVICE.place(RunningOrderService.orderBody("behind"));
            assertThat(RunningOrderService.problem(answer, 503, "flows-behind")
                            .path("detail")
                            .asText())
                    .startsWith("payment-service is ");
            assertThat(answer.headers().firstValue("Retry-After")).contains("4");
        });
        assertThat(SERVICE.operate("/operator/dead-letters/retry", "").statusCode())
                .isEqualTo(200);

        SERVICE.query("DELETE FROM choreography.declaration WHERE service = 'payment-service' RETURNING 1");
        await().untilAsserted(() -> assertThat(SERVICE.place(RunningOrderService.orderBody("caught-up"))
                        .statusCode())
                .isEqualTo(202));
    }
}
