package dev.troupe.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.ChoreographyPart;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One test per story; all share one running set of processes and keep out of each other's way by names of their own. */
class StoriesTest {

    private final RunningSystem system = RunningSystem.get();
    private final Shop shop = new Shop(system);
    private final String order = Shop.newName("order");
    private final String sku = Shop.newName("SKU");

    @BeforeAll
    static void allowForASlowMachine() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void whateverHappenedWasDeclared() {
        ChoreographyMap declared =
                ChoreographyMap.of(ChoreographyPart.declarations(StoriesTest.class.getClassLoader()));
        assertThat(Observed.in(RunningSystem.get().log()))
                .isNotEmpty()
                .allMatch(step -> step.isDeclaredIn(declared), "is declared");
    }

    @BeforeEach
    void aWellBehavedProvider() {
        shop.faults(Map.of());
    }

    @Test
    void anOrderIsPaidShippedAndTheCustomerIsTold() {
        shop.receive(sku, 10);
        HttpResponse<String> answer = shop.place(order, sku, 3);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Flow-Id")).contains(order);
        assertThat(shop.order(order).path("orderId").asText()).isEqualTo(order);

        awaitFacts("order.completed", "notification.sent");
        assertThat(shop.facts(order))
                .contains(
                        "order.placed",
                        "payment.requested",
                        "stock.reserved",
                        "payment.authorized",
                        "order.confirmed",
                        "shipment.scheduled",
                        "shipment.dispatched",
                        "payment.captured");
        await().untilAsserted(() -> assertThat(shop.facts(order).stream().filter("notification.sent"::equals))
                .hasSize(2));
        assertThat(shop.atProvider(order).body()).contains("CAPTURED").contains("750");
        await().untilAsserted(() -> {
            assertThat(shop.stock(sku).path("onHand").asInt()).isEqualTo(7);
            assertThat(shop.order(order).path("status").asText()).isEqualTo("COMPLETED");
        });
    }

    @Test
    void oneTraceFollowsAnOrderThroughAllFourServices() {
        shop.receive(sku, 1);
        shop.place(order, sku, 1);
        awaitFacts("order.completed", "notification.sent");

        assertThat(shop.traces(order)).hasSize(1);
        String trace = shop.traces(order).getFirst();
        await().untilAsserted(() -> assertThat(system.spans().servicesIn(trace))
                .contains("order-service", "payment-service", "inventory-service", "notification-service"));
    }

    @Test
    void anOrderForMoreThanThereIsIsCancelledAndNobodyIsCharged() {
        shop.receive(sku, 2);
        shop.place(order, sku, 3);

        awaitFacts("order.cancelled", "payment.cancelled", "notification.sent");
        assertThat(shop.facts(order)).contains("stock.reservation-rejected");
        assertThat(cancellationReason()).isEqualTo("OUT_OF_STOCK");
        assertThat(shop.atProvider(order).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeclinedPaymentGivesTheGoodsBack() {
        shop.faults(Map.of("declineKeys", List.of("payment-" + order)));
        shop.receive(sku, 5);
        shop.place(order, sku, 5);

        awaitFacts("payment.declined", "order.cancelled", "stock.released", "notification.sent");
        assertThat(cancellationReason()).isEqualTo("DECLINED");
        await().untilAsserted(() ->
                assertThat(shop.stock(sku).path("reserved").asInt()).isZero());
    }

    @Test
    void aCancellationThatCrossesTheAuthorizationLeavesNothingHeld() {
        shop.faults(Map.of("slowPercent", 100, "slowMillis", 1_500));
        shop.receive(sku, 5);
        shop.place(order, sku, 5);
        await().until(() -> shop.facts(order).contains("payment.authorization-started"));
        assertThat(shop.cancel(order).statusCode()).isEqualTo(202);

        awaitFacts("order.cancelled", "stock.released", "payment.authorized", "payment.voided");
        assertThat(cancellationReason()).isEqualTo("CUSTOMER");
        assertThat(shop.facts(order)).doesNotContain("order.confirmed", "payment.captured");
        assertThat(shop.atProvider(order).body()).contains("VOIDED");
    }

    @Test
    void aConfirmedOrderCanNoLongerBeCancelledByItsCustomer() {
        shop.receive(sku, 1);
        shop.place(order, sku, 1);
        awaitFacts("order.completed");

        HttpResponse<String> answer = shop.cancel(order);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:troupe:problem:order-already-confirmed");
    }

    @Test
    void aTimeOutAfterTheChargeDoesNotChargeTwice() {
        shop.faults(Map.of("timeoutAfterChargePercent", 50, "timeoutMillis", 4_000, "seed", 7));
        shop.receive(sku, 5);
        List<String> orders =
                IntStream.range(0, 5).mapToObj(i -> order + "-" + i).toList();
        orders.forEach(name -> shop.place(name, sku, 1));

        orders.forEach(name -> await().untilAsserted(() -> assertThat(shop.facts(name))
                .containsAnyOf("order.completed", "payment.voided", "payment.declined", "payment.cancelled")));
        shop.faults(Map.of());
        orders.forEach(name -> assertThat(shop.facts(name).stream().filter("payment.authorized"::equals))
                .hasSizeLessThan(2));
    }

    @Test
    void anUnreachableProviderTimesTheOrderOutAndThePaymentIsSettledOnceItIsBack() {
        shop.faults(Map.of("down", true));
        shop.receive(sku, 1);
        shop.place(order, sku, 1);

        awaitFacts("order.cancelled", "stock.released");
        assertThat(cancellationReason()).isEqualTo("TIMED_OUT");
        assertThat(shop.facts(order)).doesNotContain("payment.declined", "payment.voided");

        shop.faults(Map.of());
        await().untilAsserted(() -> assertThat(shop.facts(order)).containsAnyOf("payment.declined", "payment.voided"));
    }

    /** Which of the two cancels is chance: order-service finds both its own time-out and the expiry when it wakes up. */
    @Test
    void goodsAreGivenBackWhenTheOrderSleepsLongerThanTheyMayBeKept() {
        shop.faults(Map.of("slowPercent", 100, "slowMillis", 1_500));
        shop.receive(sku, 4);
        try (Asleep orderService = placeAndFallAsleep()) {
            awaitFacts("payment.authorized", "stock.reservation-expired");
            assertThat(shop.facts(order)).doesNotContain("order.cancelled");
        }

        awaitFacts("order.cancelled", "payment.voided", "notification.sent");
        assertThat(cancellationReason()).isIn("RESERVATION_EXPIRED", "TIMED_OUT");
        assertThat(shop.facts(order)).doesNotContain("shipment.scheduled", "payment.captured");
        await().untilAsserted(() -> {
            assertThat(shop.stock(sku).path("onHand").asInt()).isEqualTo(4);
            assertThat(shop.stock(sku).path("reserved").asInt()).isZero();
        });
        assertThat(shop.atProvider(order).body()).contains("VOIDED");
    }

    private Asleep placeAndFallAsleep() {
        shop.place(order, sku, 4);
        awaitFacts("stock.reserved");
        Asleep orderService = system.putToSleep("order-service");
        assertThat(shop.facts(order)).doesNotContain("order.confirmed");
        return orderService;
    }

    @Test
    void aRefundReturnsMoneyAndTheOrderStaysCompleted() {
        shop.receive(sku, 2);
        shop.place(order, sku, 2);
        awaitFacts("order.completed");

        assertThat(shop.refund(order, 200).statusCode()).isEqualTo(202);
        awaitFacts("payment.refunded");
        await().untilAsserted(() -> assertThat(shop.atProvider(order).body()).contains("\"refundedMinor\":200"));
        assertThat(shop.refund(order, 1_000).statusCode()).isEqualTo(409);
        assertThat(shop.order(order).path("status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void manyOrdersWantTheSameGoodsAndNothingIsOversold() {
        shop.receive(sku, 7);
        List<String> orders =
                IntStream.range(0, 20).mapToObj(i -> order + "-" + i).toList();
        orders.parallelStream().forEach(name -> shop.place(name, sku, 1));

        orders.forEach(name -> await().untilAsserted(
                        () -> assertThat(shop.facts(name)).containsAnyOf("order.completed", "order.cancelled")));
        assertThat(orders.stream().filter(name -> shop.facts(name).contains("order.completed")))
                .hasSize(7);
        await().untilAsserted(
                        () -> assertThat(shop.stock(sku).path("onHand").asInt()).isZero());
    }

    @Test
    void theSameRequestSentAgainPlacesOneOrder() {
        shop.receive(sku, 5);
        HttpResponse<String> first = shop.place(order, sku, 1);
        HttpResponse<String> again = shop.place(order, sku, 1);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(shop.place(order, sku, 2).statusCode()).isEqualTo(422);
        awaitFacts("order.completed");
        assertThat(shop.facts(order).stream().filter("order.placed"::equals)).hasSize(1);
    }

    @Test
    void personalValuesNeverReachTheDatabaseReadable() {
        shop.receive(sku, 1);
        shop.place(order, sku, 1);
        awaitFacts("order.completed");

        assertThat(shop.events(order))
                .extracting(event -> new String(event.payload(), UTF_8))
                .noneMatch(payload -> payload.contains("ada@example.com") || payload.contains("Main Street"));
    }

    private void awaitFacts(String... facts) {
        await().untilAsserted(() -> assertThat(shop.facts(order)).contains(facts));
    }

    private String cancellationReason() {
        return shop.told(order, "order.cancelled").getFirst().path("reason").asText();
    }
}
