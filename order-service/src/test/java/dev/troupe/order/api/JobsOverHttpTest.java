package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class JobsOverHttpTest {

    private final RunningOrderService service;

    JobsOverHttpTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void whatWaitsIsShownAndADeadlineCannotBeBroughtForward() {
        String order = RunningOrderService.newOrderId();
        service.place(RunningOrderService.orderBody(order));
        String list = "/operator/jobs?flowId=" + order;
        await().until(() -> RunningOrderService.json(service.get(list)).size() == 1);

        JsonNode deadline = RunningOrderService.json(service.get(list)).get(0);
        assertThat(deadline.path("attempt").asInt()).isZero();
        assertThat(deadline.path("running").asBoolean()).isFalse();
        assertThat(deadline.path("dueAt").asText()).matches("\\d{4}-.*Z");
        String retry = "/operator/jobs/%s/%s/retry"
                .formatted(deadline.path("kind").asText(), deadline.path("key").asText());
        RunningOrderService.problem(service.operate(retry, ""), 404, "no-such-job");
        RunningOrderService.problem(service.get("/operator/jobs?limit=501"), 400, "invalid-request");
    }
}
