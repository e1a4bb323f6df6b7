package dev.troupe.payment.api;

import static dev.troupe.payment.PaymentFixture.aDispatchedShipment;
import static dev.troupe.payment.PaymentFixture.aPlacedOrder;
import static dev.troupe.payment.PaymentFixture.reservedStock;
import static dev.troupe.payment.RunningPaymentService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderId;
import dev.troupe.payment.RunningPaymentService;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentApiTest {

    @SuppressWarnings("NullAway.Init")
    private static RunningPaymentService service;

    @BeforeAll
    static void start() {
        service = new RunningPaymentService("30s");
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void aRefundIsAcceptedAndCanBeFollowedUntilTheProviderReturnedTheMoney() throws Exception {
        capture("followed");
        HttpResponse<String> answer = service.post("/payments/followed/refunds", "{\"amountMinor\":475}");
        JsonNode accepted = json(answer, 202);
        assertThat(accepted.get("orderId").textValue()).isEqualTo("followed");
        assertThat(accepted.get("refundId").textValue()).isNotBlank();
        assertThat(answer.headers().firstValue("Flow-Id")).contains("followed");

        String location = answer.headers().firstValue("Location").orElseThrow();
        await().untilAsserted(() -> assertThat(
                        json(service.get(location), 200).get("refundedMinor").longValue())
                .isEqualTo(475));
    }

    @Test
    void aRefundThatIsSentAgainUnderItsKeyReturnsTheMoneyOnce() throws Exception {
        capture("again");
        long before = service.provider().ledger("refundedMinor");
        HttpResponse<String> first = refund("again", 475, "again-1");
        HttpResponse<String> second = refund("again", 475, "again-1");
        assertThat(json(second, 202)).isEqualTo(json(first, 202));
        awaitRefunded("again", 475);

        assertThat(service.provider().ledger("refundedMinor")).isEqualTo(before + 475);
        problem(refund("again", 476, "again-1"), 422);
    }

    @Test
    void aRefundThatIsSentAgainUnderItsIdReturnsTheMoneyOnce() throws Exception {
        capture("named");
        String body = "{\"amountMinor\":100,\"refundId\":\"r-1\"}";
        json(service.post("/payments/named/refunds", body), 202);
        json(service.post("/payments/named/refunds", body), 202);
        json(service.post("/payments/named/refunds", "{\"amountMinor\":50,\"refundId\":\"r-2\"}"), 202);
        awaitRefunded("named", 150);
        assertThat(service.payment("named").get("refundRequestedMinor").longValue())
                .isEqualTo(150);
        assertThat(problem(service.post("/payments/named/refunds", "{\"amountMinor\":101,\"refundId\":\"r-1\"}"), 409))
                .isEqualTo("refund-already-started");
    }

    @Test
    void noMoreIsReturnedThanWasCaptured() throws Exception {
        capture("capped");
        json(service.post("/payments/capped/refunds", "{\"amountMinor\":2450}"), 202);
        assertThat(problem(service.post("/payments/capped/refunds", "{\"amountMinor\":1}"), 409))
                .isEqualTo("refund-exceeds-captured");
    }

    @Test
    void whatIsNotCapturedCannotBeRefunded() throws Exception {
        service.stage().play("open", aPlacedOrder(new OrderId("open")));
        service.awaitStatus("open", "REQUESTED");
        assertThat(problem(service.post("/payments/open/refunds", "{\"amountMinor\":1}"), 409))
                .isEqualTo("payment-not-captured");
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        assertThat(problem(service.get("/payments/nobody"), 404)).isEqualTo("payment-not-found");
        assertThat(problem(service.post("/payments/nobody/refunds", "{\"amountMinor\":1}"), 404))
                .isEqualTo("payment-not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"amountMinor":0}                       | invalid-request
                    {"amountMinor":-5}                      | invalid-request
                    {"amountMinor":1.5}                     | invalid-request
                    {"amountMinor":"5"}                     | invalid-request
                    {"amountMinor":99999999999999999999}    | invalid-request
                    {"refundId":"r-1"}                      | invalid-request
                    {"amountMinor":1,"refundId":"../r"}     | invalid-request
                    {"amountMinor":1,"colour":"red"}        | invalid-request
                    {"amountMinor":                         | malformed-json
                    """)
    void aRequestThatIsNoRefundIsRefused(String body, String type) throws Exception {
        assertThat(problem(service.post("/payments/nobody/refunds", body), 400)).isEqualTo(type);
    }

    @Test
    void paymentsAreListedByStatusPageByPage() throws Exception {
        IntStream.range(0, 3).forEach(i -> service.stage().play("page-" + i, aPlacedOrder(new OrderId("page-" + i))));
        service.awaitStatus("page-2", "REQUESTED");

        HttpResponse<String> answer = service.get("/payments?status=REQUESTED&after=page&limit=2");
        JsonNode page = json(answer, 200);
        assertThat(page.get("items").findValuesAsText("orderId")).containsExactly("page-0", "page-1");
        assertThat(page.get("next").textValue()).isEqualTo("page-1");
        assertThat(Long.parseLong(answer.headers().firstValue("As-Of-Position").orElseThrow()))
                .isPositive();
        assertThat(json(service.get("/payments?status=VOIDED"), 200).get("items"))
                .isEmpty();
        problem(service.get("/payments?status=LOST"), 400);
    }

    @Test
    void theApiDescribesItselfWithARefundThatCanBeSent() throws Exception {
        JsonNode api = json(service.get("/v3/api-docs"), 200);
        JsonNode example = api.at(
                "/paths/~1payments~1{orderId}~1refunds/post/requestBody/content/application~1json/examples/one mug came broken/value");
        assertThat(example.get("amountMinor").intValue()).isEqualTo(475);
    }

    private static HttpResponse<String> refund(String order, long amountMinor, String key) throws Exception {
        return service.post(
                "/payments/" + order + "/refunds", "{\"amountMinor\":" + amountMinor + "}", "Idempotency-Key", key);
    }

    private static void capture(String order) {
        OrderId id = new OrderId(order);
        service.stage().play(order, aPlacedOrder(id), reservedStock(id));
        service.awaitStatus(order, "AUTHORIZED");
        service.stage().play(order, aDispatchedShipment(id));
        service.awaitStatus(order, "CAPTURED");
    }

    private static void awaitRefunded(String order, long amountMinor) {
        await().untilAsserted(() -> assertThat(
                        service.payment(order).get("refundedMinor").longValue())
                .isEqualTo(amountMinor));
    }

    private static String problem(HttpResponse<String> answer, int status) throws Exception {
        JsonNode problem = json(answer, status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return problem.get("type").textValue().replace("urn:troupe:problem:", "");
    }
}
