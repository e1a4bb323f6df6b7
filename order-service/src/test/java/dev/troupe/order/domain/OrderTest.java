package dev.troupe.order.domain;

import static dev.troupe.order.OrderFixture.ORDER;
import static dev.troupe.order.OrderFixture.RECEIVED_AT;
import static dev.troupe.order.OrderFixture.aPlacedOrder;
import static dev.troupe.order.OrderFixture.cancelled;
import static dev.troupe.order.OrderFixture.completed;
import static dev.troupe.order.OrderFixture.confirmed;
import static dev.troupe.order.OrderFixture.placeOrder;
import static dev.troupe.order.OrderFixture.someLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.Sealed;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.order.domain.OrderCommand.CancelOrder;
import dev.troupe.order.domain.OrderCommand.CompleteOrder;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private final FixtureConfiguration<Order> order = new AggregateTestFixture<>(Order.class);

    @Test
    void aPlacedOrderIsRecordedWithItsTotal() {
        order.givenNoPriorActivity().when(placeOrder()).expectEvents(aPlacedOrder());
    }

    @Test
    void anOrderWithoutABusinessTimeWasOrderedWhenItCame() {
        order.givenNoPriorActivity()
                .when(placeOrder(null, someLines(), aPlacedOrder().contact()))
                .expectEvents(aPlacedOrder(RECEIVED_AT));
    }

    @Test
    void placingTheSameOrderAgainChangesNothingThoughItsContactIsNeverSealedTwiceAlike() {
        order.given(aPlacedOrder())
                .when(placeOrder(aPlacedOrder().orderedAt(), someLines(), new Sealed("c-1", "k-1", "b3RoZXI=")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void placingTheSameOrderAgainWithoutABusinessTimeChangesNothing() {
        order.given(aPlacedOrder())
                .when(placeOrder(null, someLines(), aPlacedOrder().contact()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void placingTheSameOrderAgainAfterItsEndChangesNothing() {
        order.given(aPlacedOrder(), confirmed(), completed())
                .when(placeOrder())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherOrderUnderTheSameIdIsRefused() {
        order.given(aPlacedOrder())
                .when(placeOrder(null, someLines().subList(0, 1), aPlacedOrder().contact()))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectException(refusal("order-already-exists"));
    }

    @Test
    void anAuthorizedOrderIsConfirmed() {
        order.given(aPlacedOrder()).when(new ConfirmOrder(ORDER)).expectEvents(confirmed());
    }

    @Test
    void aSecondConfirmationChangesNothing() {
        order.given(aPlacedOrder(), confirmed())
                .when(new ConfirmOrder(ORDER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAuthorizationAfterACancellationChangesNothing() {
        order.given(aPlacedOrder(), cancelled(CancellationReason.CUSTOMER))
                .when(new ConfirmOrder(ORDER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aPaidOrderIsCompleted() {
        order.given(aPlacedOrder(), confirmed()).when(new CompleteOrder(ORDER)).expectEvents(completed());
    }

    @Test
    void aSecondCompletionChangesNothing() {
        order.given(aPlacedOrder(), confirmed(), completed())
                .when(new CompleteOrder(ORDER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void anUnconfirmedOrderIsCancelledForAnyReason(CancellationReason reason) {
        order.given(aPlacedOrder()).when(new CancelOrder(ORDER, reason)).expectEvents(cancelled(reason));
    }

    @Test
    void aConfirmedOrderIsCancelledIfItsReservationExpires() {
        order.given(aPlacedOrder(), confirmed())
                .when(new CancelOrder(ORDER, CancellationReason.RESERVATION_EXPIRED))
                .expectEvents(cancelled(CancellationReason.RESERVATION_EXPIRED));
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_STOCK", "DECLINED", "TIMED_OUT"})
    void aConfirmedOrderIgnoresWhatCameTooLate(CancellationReason reason) {
        order.given(aPlacedOrder(), confirmed())
                .when(new CancelOrder(ORDER, reason))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = "CUSTOMER", mode = EnumSource.Mode.EXCLUDE)
    void aCompletedOrderIgnoresEveryCancellationFromAReaction(CancellationReason reason) {
        order.given(aPlacedOrder(), confirmed(), completed())
                .when(new CancelOrder(ORDER, reason))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledOrderKeepsItsFirstReason(CancellationReason later) {
        order.given(aPlacedOrder(), cancelled(CancellationReason.OUT_OF_STOCK))
                .when(new CancelOrder(ORDER, later))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectState(state -> assertThat(state.reason()).isEqualTo(CancellationReason.OUT_OF_STOCK));
    }

    @Test
    void aCustomerCannotCancelAConfirmedOrder() {
        order.given(aPlacedOrder(), confirmed())
                .when(new CancelOrder(ORDER, CancellationReason.CUSTOMER))
                .expectNoEvents()
                .expectException(refusal("order-already-confirmed"));
    }

    @Test
    void aCustomerCannotCancelACompletedOrder() {
        order.given(aPlacedOrder(), confirmed(), completed())
                .when(new CancelOrder(ORDER, CancellationReason.CUSTOMER))
                .expectNoEvents()
                .expectException(refusal("order-already-confirmed"));
    }

    private static org.hamcrest.Matcher<Refusal> refusal(String type) {
        return new org.hamcrest.CustomTypeSafeMatcher<>(type + " with status 409") {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.type().equals(type) && refusal.status() == 409;
            }
        };
    }
}
