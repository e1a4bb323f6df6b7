package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class DeadLettersOverHttpTest {

    private final RunningOrderService service;

    DeadLettersOverHttpTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void anOperatorFindsMendsAndRetriesALetter() {
        String placed = RunningOrderService.newOrderId();
        service.place(RunningOrderService.orderBody(placed));
        String unknown = RunningOrderService.newOrderId();
        String path = "/operator/dead-letters/" + letterOf(unknown);

        JsonNode shown = RunningOrderService.json(service.get(path));
        assertThat(shown.at("/letter/causeType").asText()).contains("AggregateNotFound");
        assertThat(shown.at("/letter/flowId").asText()).isEqualTo(unknown);
        assertThat(shown.at("/event/type").asText()).isEqualTo("payment.authorized");
        assertThat(shown.at("/event/payload/amount/amountMinor").asLong()).isEqualTo(2450);
        assertThat(shown.at("/event/metadata/correlationId").asText()).isEqualTo(unknown);
        assertThat(shown.at("/event/recordedAt").asText()).matches("\\d{4}-.*Z");

        assertThat(RunningOrderService.json(service.operate(path + "/retry", ""))
                        .at("/failures/0/id")
                        .asText())
                .isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        HttpResponse<String> edited = service.operate(
                path + "/edit", "{\"reason\":\"it paid for another\",\"payload\":" + authorized(placed) + "}");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(RunningOrderService.json(service.operate(path + "/retry", ""))
                        .path("handled")
                        .asInt())
                .isEqualTo(1);

        assertThat(service.events(placed)).contains("order.confirmed");
        RunningOrderService.problem(service.get(path), 404, "no-such-dead-letter");
    }

    @Test
    void aDroppedLetterIsGone() {
        String path = "/operator/dead-letters/" + letterOf(RunningOrderService.newOrderId());

        RunningOrderService.problem(service.operate(path + "/drop", "{}"), 400, "reason-missing");
        assertThat(service.operate(path + "/drop", "{\"reason\":\"a test\"}").statusCode())
                .isEqualTo(200);

        assertThat(RunningOrderService.problem(service.get(path), 404, "no-such-dead-letter")
                        .path("detail")
                        .asText())
                .contains("dropped by ada");
    }

    @Test
    void whatMeansNothingIsRefused() {
        RunningOrderService.problem(service.get("/operator/dead-letters?limit=0"), 400, "invalid-request");
        RunningOrderService.problem(service.get("/operator/dead-letters/x"), 400, "invalid-request");
        RunningOrderService.problem(service.post("/operator/dead-letters/retry", ""), 401, "authentication-required");
        RunningOrderService.problem(service.get("/operator/dead-letters/99999999"), 404, "no-such-dead-letter");
        RunningOrderService.problem(
                service.operate("/operator/dead-letters/99999999/edit", "{\"payload\":5}"), 400, "invalid-request");
    }

    private String letterOf(String order) {
        return letterOf(service, order);
    }

    /** The number of a letter that order-service cannot handle, because it knows no such order. */
    static String letterOf(RunningOrderService service, String order) {
        service.plant("payment-" + order, order, "payment.authorized", authorized(order));
        String list = "/operator/dead-letters?eventType=payment.authorized&flowId=" + order;
        await().until(() ->
                RunningOrderService.json(service.get(list)).path("items").size() == 1);
        return RunningOrderService.json(service.get(list)).at("/items/0/id").asText();
    }

    static String authorized(String order) {
        return """
                {"orderId": "%s", "amount": {"amountMinor": 2450, "currency": "GBP"}, "providerReference": "ref"}""".formatted(order);
    }
}
