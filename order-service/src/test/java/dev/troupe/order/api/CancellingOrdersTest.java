package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static dev.troupe.order.api.RunningOrderService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.OrderId;
import dev.troupe.kit.command.Commands;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class CancellingOrdersTest {

    private final RunningOrderService service;
    private final String id = newOrderId();

    CancellingOrdersTest(RunningOrderService service) {
        this.service = service;
    }

    @BeforeEach
    void place() {
        service.place(orderBody(id));
    }

    @Test
    void anUnconfirmedOrderIsCancelled() {
        HttpResponse<String> answer = service.post("/orders/" + id + "/cancellation", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/orders/" + id);
        assertThat(answer.headers().firstValue("Flow-Id")).contains(id);
        assertThat(service.events(id)).containsExactly("order.placed", "order.cancelled");
    }

    @Test
    void cancellingTwiceCancelsOnce() {
        service.post("/orders/" + id + "/cancellation", "");
        assertThat(service.post("/orders/" + id + "/cancellation", "").statusCode())
                .isEqualTo(202);
        assertThat(service.events(id)).containsExactly("order.placed", "order.cancelled");
    }

    @Test
    void aConfirmedOrderCanNoLongerBeCancelled() {
        service.bean(Commands.class).send(new ConfirmOrder(new OrderId(id)));
        problem(service.post("/orders/" + id + "/cancellation", ""), 409, "order-already-confirmed");
    }

    @Test
    void aRefusalIsNotKeptUnderItsKey() {
        service.bean(Commands.class).send(new ConfirmOrder(new OrderId(id)));
        String key = "cancel-" + id;
        problem(
                service.post("/orders/" + id + "/cancellation", "", "Idempotency-Key", key),
                409,
                "order-already-confirmed");
        problem(
                service.post("/orders/" + id + "/cancellation", "", "Idempotency-Key", key),
                409,
                "order-already-confirmed");
    }

    @Test
    void anOrderThatIsNotThereCannotBeCancelled() {
        problem(service.post("/orders/nobody/cancellation", ""), 404, "order-not-found");
        problem(service.post("/orders/-/cancellation", ""), 400, "invalid-request");
    }

    @Test
    void aCancellationIsATraceOfItsOwnThatStillNamesTheFlow() {
        service.post("/orders/" + id + "/cancellation", "");
        assertThat(service.query(
                        "SELECT DISTINCT metadata->>'correlationId' FROM events.event WHERE stream = 'order-%s'"
                                .formatted(id)))
                .containsExactly(id);
        assertThat(service.query(
                        "SELECT DISTINCT split_part(metadata->>'traceparent', '-', 2) FROM events.event WHERE stream = 'order-%s'"
                                .formatted(id)))
                .hasSize(2);
    }
}
