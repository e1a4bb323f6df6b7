package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.test.MetricsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningOrderService.Shared.class)
class ManagementTest {

    private final RunningOrderService service;

    ManagementTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void aRunningServiceIsReadyAndSaysThatItsChoreographyIs() {
        await().untilAsserted(() -> assertThat(
                        service.getFromManagement("/actuator/health/readiness").statusCode())
                .isEqualTo(200));
        assertThat(json(service.getFromManagement("/actuator/health/readiness"))
                        .at("/components/troupe/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(service.getFromManagement("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "metrics", "prometheus"})
    void whatIsMeasuredCanBeRead(String endpoint) {
        assertThat(service.getFromManagement("/actuator/" + endpoint).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsToldIsDocumented() {
        await().untilAsserted(() -> assertThat(MetricsTable.mistakes(
                        "order-service",
                        service.getFromManagement("/actuator/prometheus").body()))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "threaddump", "loggers", "shutdown"})
    void nothingElseIsShown(String endpoint) {
        assertThat(service.getFromManagement("/actuator/" + endpoint).statusCode())
                .isEqualTo(404);
    }

    @Test
    void managementIsNotServedToCustomers() {
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiIsDescribedWithAnExampleThatRuns() {
        JsonNode api = json(service.get("/v3/api-docs"));
        JsonNode place = api.path("paths").path("/orders").path("post");
        JsonNode example = place.at("/requestBody/content/application~1json/examples")
                .elements()
                .next()
                .path("value");
        String body = example.isTextual() ? example.asText() : example.toString();
        assertThat(service.place(body).statusCode()).isEqualTo(202);
        assertThat(place.at("/responses/default/content").has("application/problem+json"))
                .isTrue();
        assertThat(service.get("/swagger-ui.html").statusCode()).isIn(200, 302);
    }
}
