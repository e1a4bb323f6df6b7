package dev.troupe.order.reaction;

import static dev.troupe.order.OrderFixture.ORDER;
import static dev.troupe.order.OrderFixture.aPlacedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.DeclineReason;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.Money;
import dev.troupe.events.PaymentEvent.PaymentAuthorized;
import dev.troupe.events.PaymentEvent.PaymentCaptured;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.CancelOrder;
import dev.troupe.order.domain.OrderCommand.CompleteOrder;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionTest {

    private static final FactContext CONTEXT = new FactContext("e-1", ORDER.value(), 7, Instant.EPOCH);
    private static final Money AMOUNT = new Money(2450, "GBP");
    private static final WarehouseId MAIN = WarehouseId.MAIN;

    @Test
    void whatCannotBeReservedIsOutOfStock() {
        assertThat(answer(
                        new WhenStockReservationRejectedThenCancelOrder(),
                        new StockReservationRejected(MAIN, ORDER, List.of())))
                .isEqualTo(Then.command(new CancelOrder(ORDER, CancellationReason.OUT_OF_STOCK)));
    }

    @Test
    void whatIsAuthorizedIsConfirmed() {
        assertThat(answer(new WhenPaymentAuthorizedThenConfirmOrder(), new PaymentAuthorized(ORDER, AMOUNT, "p-1")))
                .isEqualTo(Then.command(new ConfirmOrder(ORDER)));
    }

    @Test
    void whatTheProviderRefusesIsDeclined() {
        assertThat(answer(new WhenPaymentDeclinedThenCancelOrder(), new PaymentDeclined(ORDER, DeclineReason.REFUSED)))
                .isEqualTo(Then.command(new CancelOrder(ORDER, CancellationReason.DECLINED)));
    }

    @Test
    void whatTheProviderDoesNotAnswerInTimeIsTimedOut() {
        assertThat(answer(
                        new WhenPaymentDeclinedThenCancelOrder(), new PaymentDeclined(ORDER, DeclineReason.TIMED_OUT)))
                .isEqualTo(Then.command(new CancelOrder(ORDER, CancellationReason.TIMED_OUT)));
    }

    @Test
    void anExpiredReservationIsTheReasonOfItsCancellation() {
        assertThat(answer(
                        new WhenStockReservationExpiredThenCancelOrder(),
                        new StockReservationExpired(MAIN, ORDER, List.of())))
                .isEqualTo(Then.command(new CancelOrder(ORDER, CancellationReason.RESERVATION_EXPIRED)));
    }

    @Test
    void whatIsCapturedIsComplete() {
        assertThat(answer(new WhenPaymentCapturedThenCompleteOrder(), new PaymentCaptured(ORDER, AMOUNT)))
                .isEqualTo(Then.command(new CompleteOrder(ORDER)));
    }

    @Test
    void aPlacedOrderIsLookedAtAgainOnceItsTimeIsUp() {
        Duration timeOut = Duration.ofSeconds(60);
        assertThat(answer(new WhenOrderPlacedThenRemindOfTimeOut(timeOut), aPlacedOrder()))
                .isEqualTo(Then.deadline(OrderTimeOut.class, "o-1", new OrderTimeOut.Unconfirmed(ORDER), timeOut));
    }

    @Test
    void anOrderThatIsStillUnconfirmedThenIsTimedOut() {
        assertThat(new OrderTimeOut().whenDue(new OrderTimeOut.Unconfirmed(ORDER)))
                .isEqualTo(new CancelOrder(ORDER, CancellationReason.TIMED_OUT));
    }

    @Test
    void everyOutcomeOfARaceFulfilsTheExpectation() {
        assertThat(new WhenPaymentAuthorizedThenConfirmOrder().expects().anyOf())
                .containsExactly("order.confirmed", "order.cancelled");
        assertThat(new WhenOrderPlacedThenRemindOfTimeOut(Duration.ofSeconds(60)).expects())
                .satisfies(
                        expected -> assertThat(expected.anyOf()).containsExactly("order.confirmed", "order.cancelled"))
                .satisfies(expected -> assertThat(expected.within()).isGreaterThan(Duration.ofSeconds(60)));
    }

    private static <F> Then answer(Reaction<F> reaction, F fact) {
        assertThat(reaction.fact()).isEqualTo(fact.getClass());
        return reaction.on(fact, CONTEXT);
    }
}
