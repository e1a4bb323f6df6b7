package dev.troupe.payment.reaction;

import static dev.troupe.payment.PaymentFixture.AMOUNT;
import static dev.troupe.payment.PaymentFixture.ORDER;
import static dev.troupe.payment.PaymentFixture.aCancelledOrder;
import static dev.troupe.payment.PaymentFixture.aPlacedOrder;
import static dev.troupe.payment.PaymentFixture.authorizationStarted;
import static dev.troupe.payment.PaymentFixture.refundStarted;
import static dev.troupe.payment.PaymentFixture.voidStarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.Money;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.domain.PaymentCommand.CancelPayment;
import dev.troupe.payment.domain.PaymentCommand.RequestPayment;
import dev.troupe.payment.domain.PaymentCommand.StartAuthorization;
import dev.troupe.payment.job.AuthorizeAtProvider;
import dev.troupe.payment.job.CaptureAtProvider;
import dev.troupe.payment.job.RefundAtProvider;
import dev.troupe.payment.job.VoidAtProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionTest {

    private static final FactContext CONTEXT = new FactContext("e-1", ORDER.value(), 7, Instant.EPOCH);
    private static final Duration TIME_OUT = Duration.ofSeconds(30);

    @Test
    void theTotalOfAPlacedOrderIsWhatIsToBePaid() {
        assertThat(answer(new WhenOrderPlacedThenRequestPayment(), aPlacedOrder()))
                .isEqualTo(Then.command(new RequestPayment(ORDER, AMOUNT)));
    }

    @Test
    void onlyWhatIsReservedIsPaidFor() {
        assertThat(answer(
                        new WhenStockReservedThenStartAuthorization(TIME_OUT),
                        new StockReserved(WarehouseId.MAIN, ORDER, List.of())))
                .isEqualTo(Then.command(new StartAuthorization(ORDER)));
    }

    @Test
    void theProviderIsAskedUnderTheNameOfThePayment() {
        assertThat(answer(new WhenPaymentAuthorizationStartedThenAuthorizeAtProvider(TIME_OUT), authorizationStarted()))
                .isEqualTo(Then.job(
                        AuthorizeAtProvider.class, "payment-o-1", new AuthorizeAtProvider.Charge(ORDER, AMOUNT)));
    }

    @Test
    void aCancelledOrderCancelsItsPayment() {
        assertThat(answer(new WhenOrderCancelledThenCancelPayment(TIME_OUT), aCancelledOrder()))
                .isEqualTo(Then.command(new CancelPayment(ORDER)));
    }

    @Test
    void theProviderIsToldToLetGo() {
        assertThat(answer(new WhenPaymentVoidStartedThenVoidAtProvider(), voidStarted()))
                .isEqualTo(Then.job(VoidAtProvider.class, "payment-o-1", new VoidAtProvider.Held(ORDER)));
    }

    @Test
    void whatHasLeftIsCollectedFor() {
        assertThat(answer(
                        new WhenShipmentDispatchedThenCaptureAtProvider(),
                        new ShipmentDispatched(WarehouseId.MAIN, ORDER, List.of())))
                .isEqualTo(Then.job(CaptureAtProvider.class, "payment-o-1", new CaptureAtProvider.Held(ORDER)));
    }

    @Test
    void eachRefundIsAJobOfItsOwn() {
        assertThat(answer(new WhenPaymentRefundStartedThenRefundAtProvider(), refundStarted("r-1", 1000)))
                .isEqualTo(Then.job(
                        RefundAtProvider.class,
                        "payment-o-1/r-1",
                        new RefundAtProvider.Refund(ORDER, "r-1", new Money(1000, "GBP"))));
    }

    @Test
    void everyOutcomeOfARaceFulfilsTheExpectation() {
        assertThat(new WhenOrderPlacedThenRequestPayment().expects().anyOf())
                .containsExactlyInAnyOrder("payment.requested", "payment.cancelled");
        assertThat(new WhenStockReservedThenStartAuthorization(TIME_OUT)
                        .expects()
                        .anyOf())
                .containsExactlyInAnyOrder("payment.authorized", "payment.declined", "payment.cancelled");
        assertThat(new WhenPaymentAuthorizationStartedThenAuthorizeAtProvider(TIME_OUT)
                        .expects()
                        .anyOf())
                .containsExactlyInAnyOrder("payment.authorized", "payment.declined");
        assertThat(new WhenOrderCancelledThenCancelPayment(TIME_OUT).expects().anyOf())
                .containsExactlyInAnyOrder("payment.cancelled", "payment.voided", "payment.declined");
    }

    @Test
    void nothingIsExpectedBeforeThePaymentsTimeIsUp() {
        assertThat(List.of(
                        new WhenStockReservedThenStartAuthorization(TIME_OUT).expects(),
                        new WhenPaymentAuthorizationStartedThenAuthorizeAtProvider(TIME_OUT).expects(),
                        new WhenOrderCancelledThenCancelPayment(TIME_OUT).expects()))
                .extracting(Expectation::within)
                .allSatisfy(within -> assertThat(within).isGreaterThan(TIME_OUT));
    }

    private static <F> Then answer(Reaction<F> reaction, F fact) {
        assertThat(reaction.fact()).isEqualTo(fact.getClass());
        return reaction.on(fact, CONTEXT);
    }
}
