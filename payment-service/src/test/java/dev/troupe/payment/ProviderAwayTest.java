package dev.troupe.payment;

import static dev.troupe.payment.PaymentFixture.aPlacedOrder;
import static dev.troupe.payment.PaymentFixture.reservedStock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that is away for longer than a payment may take. */
class ProviderAwayTest {

    private static final List<String> ORDERS = List.of("away-1", "away-2", "away-3", "away-4", "away-5");

    private final RunningPaymentService service = new RunningPaymentService("2s");

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void nothingIsDecidedUntilItIsBackAndThenNothingWasCharged() throws Exception {
        service.provider().order(Map.of("down", true));
        ORDERS.forEach(order -> {
            OrderId id = new OrderId(order);
            service.stage().play(order, aPlacedOrder(id), reservedStock(id));
        });
        service.awaitStatus("away-5", "ASKING");
        await().untilAsserted(this::healthSaysThatPaymentsWait);
        await().during(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                        service.payment("away-1").get("status").textValue())
                .isEqualTo("ASKING"));

        service.provider().orderNoFaults();
        for (String order : ORDERS) {
            service.awaitStatus(order, "DECLINED");
            assertThat(service.payment(order).get("reason").textValue()).isEqualTo("TIMED_OUT");
        }
        assertThat(service.provider().ledger("closed")).isEqualTo(ORDERS.size());
        assertThat(service.provider().ledger("authorizations")).isZero();
    }

    private void healthSaysThatPaymentsWait() throws Exception {
        JsonNode health = RunningPaymentService.json(service.manage("/actuator/health"), 200);
        assertThat(health.get("status").textValue()).isEqualTo("UP");
        assertThat(health.at("/components/paymentProvider/status").textValue()).isEqualTo("WAITING");
        assertThat(service.manage("/actuator/prometheus").body())
                .contains("troupe_breaker_open{application=\"payment-service\",outside=\"payment-provider\"} 1.0");
    }
}
