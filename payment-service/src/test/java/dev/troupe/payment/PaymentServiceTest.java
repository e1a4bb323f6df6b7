package dev.troupe.payment;

import static dev.troupe.payment.PaymentFixture.aCancelledOrder;
import static dev.troupe.payment.PaymentFixture.aDispatchedShipment;
import static dev.troupe.payment.PaymentFixture.aPlacedOrder;
import static dev.troupe.payment.PaymentFixture.reservedStock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of payments when facts of the other services come in and the provider is what it is. */
class PaymentServiceTest {

    private static final long AMOUNT = 2450;

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

    @BeforeEach
    void allIsWell() throws Exception {
        service.provider().orderNoFaults();
    }

    @Test
    void whatIsOrderedReservedAndDispatchedIsPaidOnce() throws Exception {
        long before = service.provider().ledger("capturedMinor");
        play("paid", aPlacedOrder(id("paid")));
        service.awaitStatus("paid", "REQUESTED");
        play("paid", reservedStock(id("paid")));
        service.awaitStatus("paid", "AUTHORIZED");
        play("paid", aDispatchedShipment(id("paid")));
        service.awaitStatus("paid", "CAPTURED");

        JsonNode payment = service.payment("paid");
        assertThat(payment.get("amountMinor").longValue()).isEqualTo(AMOUNT);
        assertThat(payment.get("currency").textValue()).isEqualTo("GBP");
        assertThat(payment.get("capturedMinor").longValue()).isEqualTo(AMOUNT);
        assertThat(payment.get("providerReference").textValue()).startsWith("sim-");
        assertThat(service.provider().ledger("capturedMinor")).isEqualTo(before + AMOUNT);
    }

    @Test
    void whatTheProviderRefusesIsDeclined() throws Exception {
        service.provider().order(Map.of("declineKeys", List.of("payment-refused")));
        play("refused", aPlacedOrder(id("refused")), reservedStock(id("refused")));
        service.awaitStatus("refused", "DECLINED");
        assertThat(service.payment("refused").get("reason").textValue()).isEqualTo("REFUSED");
    }

    @Test
    void aCancellationBeforeTheReservationLeavesTheProviderOutOfIt() throws Exception {
        play("early", aPlacedOrder(id("early")), aCancelledOrder(id("early")), reservedStock(id("early")));
        service.awaitStatus("early", "CANCELLED");
        assertThat(service.payment("early").has("providerReference")).isFalse();
    }

    @Test
    void aCancellationThatCrossesTheAuthorizationLetsGoOfTheMoney() throws Exception {
        service.provider().order(Map.of("slowPercent", 100, "slowMillis", 300));
        play("crossed", aPlacedOrder(id("crossed")), reservedStock(id("crossed")), aCancelledOrder(id("crossed")));
        service.awaitStatus("crossed", "VOIDED");
        assertThat(service.payment("crossed").get("cancellationNoted").booleanValue())
                .isTrue();
    }

    @Test
    void aCancellationAfterTheAuthorizationLetsGoOfTheMoney() throws Exception {
        play("late", aPlacedOrder(id("late")), reservedStock(id("late")));
        service.awaitStatus("late", "AUTHORIZED");
        long before = service.provider().ledger("voidedMinor");
        play("late", aCancelledOrder(id("late")));
        service.awaitStatus("late", "VOIDED");
        assertThat(service.provider().ledger("voidedMinor")).isEqualTo(before + AMOUNT);
    }

    @Test
    void answersThatGetLostOnTheWayCostTheCustomerNothing() throws Exception {
        service.provider().order(Map.of("timeoutAfterChargePercent", 40, "serverErrorPercent", 20, "seed", 7));
        long authorized = service.provider().ledger("authorizations");
        long charged = service.provider().ledger("charges");
        for (int i = 0; i < 10; i++) {
            play("lossy-" + i, aPlacedOrder(id("lossy-" + i)), reservedStock(id("lossy-" + i)));
        }
        for (int i = 0; i < 10; i++) {
            service.awaitStatus("lossy-" + i, "AUTHORIZED");
            play("lossy-" + i, aDispatchedShipment(id("lossy-" + i)));
        }
        for (int i = 0; i < 10; i++) {
            service.awaitStatus("lossy-" + i, "CAPTURED");
        }
        assertThat(service.provider().ledger("authorizations")).isEqualTo(authorized + 10);
        assertThat(service.provider().ledger("charges")).isEqualTo(charged + 10);
        assertThat(service.provider().ledger("keysChargedMoreThanOnce")).isZero();
    }

    private static void play(String order, Object... facts) {
        service.stage().play(order, facts);
    }

    private static OrderId id(String order) {
        return new OrderId(order);
    }
}
