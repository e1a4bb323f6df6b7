package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static dev.troupe.order.api.RunningOrderService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderOrigin;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.order.domain.Order;
import dev.troupe.test.TestTokens;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class QuarantineTest {

    private static final String RAW = "536365,85123A,HEART,-6,12/1/2010 8:26,2.55,Zebulon Quarry,United Kingdom";

    private final RunningOrderService service;
    private final String source = "orders-" + UUID.randomUUID() + ".csv";

    QuarantineTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void whatIsHeldIsListedAndShownButNowhereInPlain() {
        JsonNode held = hold(7);
        assertThat(held.path("held").path("NON_POSITIVE_QUANTITY").asInt()).isEqualTo(1);

        assertThat(service.get("/operator/quarantine/" + idOf(7)).body()).doesNotContain("Zebulon");
        JsonNode entry = json(decide("open", idOf(7), ""));
        assertThat(entry.path("content").asText()).isEqualTo(RAW);
        assertThat(entry.path("state").asText()).isEqualTo("HELD");
        assertThat(service.query("SELECT content::text FROM \"order\".quarantine"))
                .noneMatch(content -> content.contains("Zebulon"));
    }

    @Test
    void theSameRowIsHeldOnce() {
        hold(7);
        assertThat(hold(7).path("alreadyThere").asInt()).isEqualTo(1);
    }

    @Test
    void aMendedOrderGoesOnAndKeepsWhereItCameFrom() {
        hold(7);
        long id = idOf(7);
        String order = newOrderId();

        JsonNode entry = json(decide("release", id, orderBody(order)));

        assertThat(entry.path("state").asText()).isEqualTo("RELEASED");
        assertThat(entry.path("releasedAs").asText()).isEqualTo(order);
        assertThat(entry.has("content") && !entry.path("content").isNull()).isFalse();
        assertThat(placed(order).origin()).isEqualTo(new OrderOrigin("quarantine", source, 7, 7));
        problem(decide("release", id, orderBody(order)), 409, "already-decided");
    }

    @Test
    void anOrderThatIsStillWrongStaysHeld() {
        hold(7);
        long id = idOf(7);
        problem(decide("release", id, orderBody(newOrderId()).replace("GBP", "XYZ")), 400, "invalid-request");
        assertThat(json(service.get("/operator/quarantine/" + id)).path("state").asText())
                .isEqualTo("HELD");
    }

    @Test
    void whatIsDroppedKeepsTheReasonAndForgetsTheContent() {
        hold(7);
        long id = idOf(7);
        problem(decide("drop", id, "{}"), 400, "reason-missing");

        JsonNode entry = json(decide("drop", id, "{\"reason\": \"a return\"}"));

        assertThat(entry.path("state").asText()).isEqualTo("DROPPED");
        assertThat(entry.path("decision").asText()).isEqualTo("a return");
        assertThat(entry.path("decidedBy").asText()).isEqualTo("ada");
        assertThat(service.query("SELECT content FROM \"order\".quarantine WHERE id = " + id))
                .containsExactly("null");
    }

    @Test
    void whatIsHeldIsCountedByReason() {
        hold(7);
        assertThat(service.getFromManagement("/actuator/prometheus").body())
                .containsPattern("troupe_quarantine_held_total\\{[^}]*reason=\"NON_POSITIVE_QUANTITY\"");
    }

    @Test
    void inputThatSaysNotWhereItIsFromIsRefused() {
        problem(
                service.post("/quarantine", "[{\"reason\": \"R\", \"detail\": \"d\", \"content\": \"c\"}]"),
                400,
                "invalid-request");
    }

    @Test
    void thereIsNoEntryThatThereIsNot() {
        problem(service.get("/operator/quarantine/999999"), 404, "no-such-quarantine-entry");
    }

    private HttpResponse<String> decide(String how, long id, String body) {
        return service.post(
                "/operator/quarantine/%d/%s".formatted(id, how),
                body,
                "Authorization",
                TestTokens.bearer("ada", Role.OPERATE));
    }

    private JsonNode hold(int row) {
        return json(service.post("/quarantine", """
            [{"source": "%s", "firstRow": %d, "lastRow": %d, "reason": "NON_POSITIVE_QUANTITY",
              "detail": "the quantity is -6", "content": "%s"}]\
            """.formatted(source, row, row, RAW)));
    }

    private long idOf(int row) {
        JsonNode entries = json(service.get("/operator/quarantine?limit=1000"));
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("source").asText().equals(source)
                        && entry.path("firstRow").asInt() == row)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private OrderPlaced placed(String order) {
        return service.bean(AggregateStates.class)
                .look(Order.class, new OrderId(order).stream(), Order::placed)
                .orElseThrow();
    }
}
