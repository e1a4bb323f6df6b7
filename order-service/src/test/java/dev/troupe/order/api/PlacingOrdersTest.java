package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static dev.troupe.order.api.RunningOrderService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningOrderService.Shared.class)
class PlacingOrdersTest {

    private final RunningOrderService service;

    PlacingOrdersTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void anAcceptedOrderSaysWhereToLookAndWhichFlowToFollow() {
        String id = newOrderId();
        HttpResponse<String> answer = service.place(orderBody(id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/orders/" + id);
        assertThat(answer.headers().firstValue("Flow-Id")).contains(id);
        assertThat(json(answer).path("orderId").asText()).isEqualTo(id);
    }

    @Test
    void anOrderWithoutAnIdIsGivenOne() {
        HttpResponse<String> first = service.place(bodyWithoutId());
        HttpResponse<String> second = service.place(bodyWithoutId());
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(idOf(first)).isLessThan(idOf(second));
        assertThat(UUID.fromString(idOf(first)).version()).isEqualTo(7);
    }

    @Test
    void theSameOrderUnderTheSameIdIsPlacedOnce() {
        String id = newOrderId();
        assertThat(service.place(orderBody(id)).statusCode()).isEqualTo(202);
        assertThat(service.place(orderBody(id)).statusCode()).isEqualTo(202);
        assertThat(service.events(id)).containsExactly("order.placed");
    }

    @Test
    void anotherOrderUnderTheSameIdIsRefused() {
        String id = newOrderId();
        service.place(orderBody(id));
        problem(service.place(orderBody(id).replace("475", "476")), 409, "order-already-exists");
    }

    @Test
    void aRequestWithAnIdempotencyKeyIsAnsweredLikeTheFirstTime() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = service.place(bodyWithoutId(), "Idempotency-Key", key);
        HttpResponse<String> again = service.place(bodyWithoutId().replace("\n", " "), "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Flow-Id"))
                .isEqualTo(first.headers().firstValue("Flow-Id"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(service.events(idOf(first))).containsExactly("order.placed");
    }

    @Test
    void manyAtOnceUnderOneKeyPlaceOneOrder() throws Exception {
        String key = UUID.randomUUID().toString();
        List<HttpResponse<String>> answers = atOnce(() -> service.place(bodyWithoutId(), "Idempotency-Key", key));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(202, 409)
                .contains(202);
        String id = idOf(service.place(bodyWithoutId(), "Idempotency-Key", key));
        assertThat(service.events(id)).containsExactly("order.placed");
    }

    @Test
    void manyAtOnceUnderOneOrderIdPlaceOneOrder() throws Exception {
        String id = newOrderId();
        List<HttpResponse<String>> answers = atOnce(() -> service.place(orderBody(id)));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(service.events(id)).containsExactly("order.placed");
    }

    @Test
    void anOrderIsPlacedInTheTraceOfItsRequest() {
        String id = newOrderId();
        String trace = "0af7651916cd43dd8448eb211c80319c";
        service.place(orderBody(id), "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        assertThat(service.query("SELECT metadata->>'traceparent' FROM events.event WHERE stream = 'order-" + id + "'"))
                .singleElement()
                .satisfies(traceparent -> assertThat(traceparent).startsWith("00-" + trace + "-"));
    }

    @Test
    void anIdempotencyKeyIsForOneRequestOnly() {
        String key = UUID.randomUUID().toString();
        service.place(bodyWithoutId(), "Idempotency-Key", key);
        problem(
                service.place(bodyWithoutId().replace("475", "476"), "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
        problem(
                service.place(bodyWithoutId().replace("Ada", "Eve"), "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void anEmptyIdempotencyKeyIsRefused() {
        problem(service.place(bodyWithoutId(), "Idempotency-Key", ""), 400, "invalid-idempotency-key");
    }

    @Test
    void anIdempotencyKeyThatIsTooLongIsRefused() {
        problem(service.place(bodyWithoutId(), "Idempotency-Key", "k".repeat(201)), 400, "invalid-idempotency-key");
        assertThat(service.place(bodyWithoutId(), "Idempotency-Key", "k".repeat(200))
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "quantity": 2          | "quantity": 0                    | /lines/0/quantity
                    "quantity": 2          | "quantity": -1                   | /lines/0/quantity
                    "unitPriceMinor": 475  | "unitPriceMinor": -1             | /lines/0/unitPriceMinor
                    "unitPriceMinor": 475  | "unitPriceMinor": 4.75           | /lines/0/unitPriceMinor
                    "unitPriceMinor": 475  | "colour": "red"                  | /lines/0/colour
                    , "unitPriceMinor": 475 | ''                              | /lines/0/unitPriceMinor
                    475                    | 9223372036854775807              | /lines
                    "GBP"                  | "XYZ"                            | /currency
                    "GBP"                  | "gbp"                            | /currency
                    "United Kingdom"       | ""                               | /country
                    "United Kingdom"       | "a\\u0000b"                      | /country
                    "c-1"                  | "c 1"                            | /customerId
                    "c-1"                  | null                             | /customerId
                    "STANDARD"             | "GOLD"                           | /customerTier
                    ada@example.com        | ada                              | /contact/email
                    ada@example.com        | ada@example.com\\nBcc: e@x.com   | /contact/email
                    "Ada Abbott"           | "  "                             | /contact/name
                    "currency"             | "orderedAt": "2500-01-01T00:00:00Z", "currency" | /orderedAt
                    "currency"             | "origin": {"channel": "fax"}, "currency"        | /origin/channel
                    "currency"             | "origin": {"channel": "import", "file": "a/b"}, "currency" | /origin/file
                    "currency"             | "warehouseId": "../x", "currency" | /warehouseId
                    """)
    void whatCannotBeAnOrderIsRefusedAndPointedTo(String right, String wrong, String pointer) {
        String id = newOrderId();
        HttpResponse<String> answer = service.place(orderBody(id).replace(right, wrong));
        JsonNode problem = problem(answer, 400, "invalid-request");
        assertThat(problem.findValuesAsText("pointer")).contains(pointer);
        assertThat(answer.body()).doesNotContain("Abbott", "Mill Road");
        assertThat(service.events(id)).isEmpty();
    }

    @Test
    void anOrderHasOneToAThousandLines() {
        assertThat(service.place(bodyWithLines(1000)).statusCode()).isEqualTo(202);
        assertThat(problem(service.place(bodyWithLines(1001)), 400, "invalid-request")
                        .findValuesAsText("pointer"))
                .containsExactly("/lines");
        problem(service.place(bodyWithLines(0)), 400, "invalid-request");
    }

    @Test
    void aTextIsRefusedHoweverMuchTooLongItIs() {
        String body = orderBody(newOrderId()).replace("1 Mill Road", "1 Mill Road\\n".repeat(50_000));
        problem(service.place(body), 400, "invalid-request");
    }

    @Test
    void anOrderThatCostsNothingIsRefused() {
        problem(service.place(orderBody(newOrderId()).replaceAll("475|1500", "0")), 400, "invalid-request");
    }

    private static <T> List<T> atOnce(Callable<T> request) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : clients.invokeAll(Collections.nCopies(8, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String bodyWithLines(int count) {
        String lines = IntStream.range(0, count)
                .mapToObj("{\"sku\": \"SKU-%d\", \"quantity\": 1, \"unitPriceMinor\": 100}"::formatted)
                .collect(Collectors.joining(", "));
        return orderBody(newOrderId()).replaceFirst("(?s)\"lines\": \\[.*\\]", "\"lines\": [" + lines + "]");
    }

    private static String bodyWithoutId() {
        return Examples.PLACE_ORDER.replace("\"orderId\": \"o-1\",", "");
    }

    private static String idOf(HttpResponse<String> answer) {
        return json(answer).path("orderId").asText();
    }
}
