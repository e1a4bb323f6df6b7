package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static dev.troupe.order.api.RunningOrderService.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningOrderService.Shared.class)
class ReadingOrdersTest {

    private final RunningOrderService service;

    ReadingOrdersTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void anAcceptedOrderIsFoundAtOnce() {
        for (int i = 0; i < 20; i++) {
            String id = newOrderId();
            service.place(orderBody(id));
            HttpResponse<String> answer = service.get("/orders/" + id);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).path("status").asText()).isEqualTo("PLACED");
        }
    }

    @Test
    void theOrderItselfAnswersLikeTheView() {
        String id = newOrderId();
        service.place(orderBody(id));
        service.post("/orders/" + id + "/cancellation", "");
        await().until(() -> !service.query(
                        "SELECT 1 FROM order_summary.order_summary WHERE status = 'CANCELLED' AND order_id = '" + id
                                + "'")
                .isEmpty());
        JsonNode fromView = json(service.get("/orders/" + id));
        service.query("DELETE FROM order_summary.order_summary WHERE order_id = '" + id + "' RETURNING 1");
        JsonNode fromOrder = json(service.get("/orders/" + id));
        assertThat(fromOrder).isEqualTo(((ObjectNode) fromView).without(List.of("placedAt", "endedAt")));
        assertThat(fromOrder.path("reason").asText()).isEqualTo("CUSTOMER");
        assertThat(fromOrder.path("totalMinor").asLong()).isEqualTo(2450);
    }

    @Test
    void whatWasOrderedIsShown() {
        String id = newOrderId();
        service.place(orderBody(id));
        assertThat(json(service.get("/orders/" + id + "/lines")).findValuesAsText("sku"))
                .containsExactly("MUG", "TEAPOT");
    }

    @Test
    void onlyWhatWasNeverPlacedIsNotFound() {
        problem(service.get("/orders/nobody"), 404, "order-not-found");
        problem(service.get("/orders/nobody/lines"), 404, "order-not-found");
        problem(service.get("/orders/a%20b"), 400, "invalid-request");
    }

    @Test
    void aListIsPagedAndSaysHowFarItIs() {
        String customer = "c-" + UUID.randomUUID();
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = newOrderId();
            placed.add(id);
            service.place(orderBody(id, customer));
        }
        String first = "/orders?customerId=" + customer + "&status=PLACED&limit=2";
        await().untilAsserted(() -> assertThat(pages(first)).containsExactlyInAnyOrderElementsOf(placed));
        HttpResponse<String> answer = service.get(first);
        assertThat(json(answer).path("items")).hasSize(2);
        assertThat(answer.headers().firstValueAsLong("As-Of-Position").orElse(-1))
                .isPositive();
        assertThat(answer.headers().firstValue("Link").orElse(""))
                .contains("after=" + json(answer).path("next").asText())
                .endsWith("rel=\"next\"");
    }

    @Test
    void aListShowsOnlyWhatWasAskedFor() {
        assertThat(json(service.get("/orders?customerId=nobody")).path("items")).isEmpty();
        assertThat(json(service.get("/orders?customerId=nobody")).has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "status=LOST", "customerId=a b", "after=/"})
    void aQuestionThatCannotBeAnsweredIsRefused(String query) {
        String[] parts = query.split("=", -1);
        JsonNode problem = problem(
                service.get("/orders?" + parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8)),
                400,
                "invalid-request");
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parts[0]);
    }

    private List<String> pages(String first) {
        List<String> found = new ArrayList<>();
        JsonNode page = json(service.get(first));
        found.addAll(page.path("items").findValuesAsText("orderId"));
        while (page.has("next")) {
            page = json(service.get(first + "&after=" + page.path("next").asText()));
            found.addAll(page.path("items").findValuesAsText("orderId"));
        }
        return found;
    }
}
