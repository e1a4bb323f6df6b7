package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static dev.troupe.order.api.RunningOrderService.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.Sealed;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.order.domain.Order;
import dev.troupe.test.TestTokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class ErasingPersonalDataTest {

    private final RunningOrderService service;
    private final String id = newOrderId();
    private final String customer = "c-" + id;

    ErasingPersonalDataTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void whatIsErasedCanNoLongerBeOpenedButTheOrderStays() {
        Sealed contact = place(id);
        assertThat(open(contact)).isTrue();

        HttpResponse<String> answer = erase(customer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("shreddedKeys").asInt()).isEqualTo(1);
        assertThat(open(contact)).isFalse();
        assertThat(service.get("/orders/" + id).statusCode()).isEqualTo(200);
        assertThat(service.query("SELECT requested_by FROM keys.erasure WHERE subject = '%s'".formatted(customer)))
                .containsExactly("ada");
    }

    @Test
    void theErasedKeyIsGoneAndALaterOrderGetsANewOne() {
        Sealed before = place(id);
        erase(customer);

        Sealed after = place(newOrderId());

        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(open(before)).isFalse();
        assertThat(open(after)).isTrue();
        assertThat(service.query("SELECT wrapped FROM keys.subject_key WHERE subject = '%s' AND key_id = '%s'"
                        .formatted(customer, before.keyId())))
                .containsExactly("null");
    }

    @Test
    void aReplayStillWorks() {
        place(id);
        erase(customer);
        Troupe troupe = service.bean(Troupe.class);
        await().until(() -> service.get("/orders?customerId=" + customer).body().contains(id));

        Replay replay = troupe.replays().start(ReplayRequest.of("order_summary", 0), "tester");
        await().until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
        assertThat(troupe.replays().compare(replay.id(), "tester").isEqual()).isTrue();
        troupe.replays().cancel(replay.id(), "tester");
    }

    @Test
    void whoHasNoPersonalDataIsErasedWithoutHarm() {
        HttpResponse<String> answer = erase("nobody");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("shreddedKeys").asInt()).isZero();
    }

    @Test
    void whoMayNotErasesNothing() {
        Sealed contact = place(id);
        String trader = TestTokens.bearer("eve", Role.TRADE, Role.OPERATE);
        problem(
                service.delete("/customers/" + customer + "/personal-data", "Authorization", trader),
                403,
                "role-missing");
        assertThat(open(contact)).isTrue();
    }

    private HttpResponse<String> erase(String whose) {
        return service.delete(
                "/customers/" + whose + "/personal-data",
                "Authorization",
                TestTokens.bearer("ada", Role.PERSONAL_DATA));
    }

    private Sealed place(String orderId) {
        assertThat(service.place(orderBody(orderId, customer)).statusCode()).isEqualTo(202);
        return service.bean(AggregateStates.class)
                .look(Order.class, new OrderId(orderId).stream(), Order::placed)
                .map(OrderPlaced::contact)
                .orElseThrow();
    }

    private boolean open(Sealed contact) {
        return service.bean(SealedValues.class).open(contact, Contact.class).isPresent();
    }
}
