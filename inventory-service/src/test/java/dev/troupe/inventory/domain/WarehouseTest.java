package dev.troupe.inventory.domain;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MAIN;
import static dev.troupe.inventory.domain.WarehouseFixture.MUG;
import static dev.troupe.inventory.domain.WarehouseFixture.ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.OTHER_ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.adjustLamps;
import static dev.troupe.inventory.domain.WarehouseFixture.dispatch;
import static dev.troupe.inventory.domain.WarehouseFixture.dispatched;
import static dev.troupe.inventory.domain.WarehouseFixture.expire;
import static dev.troupe.inventory.domain.WarehouseFixture.expired;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.lampsAdjusted;
import static dev.troupe.inventory.domain.WarehouseFixture.mugs;
import static dev.troupe.inventory.domain.WarehouseFixture.receive;
import static dev.troupe.inventory.domain.WarehouseFixture.received;
import static dev.troupe.inventory.domain.WarehouseFixture.release;
import static dev.troupe.inventory.domain.WarehouseFixture.released;
import static dev.troupe.inventory.domain.WarehouseFixture.reserve;
import static dev.troupe.inventory.domain.WarehouseFixture.reserved;
import static dev.troupe.inventory.domain.WarehouseFixture.schedule;
import static dev.troupe.inventory.domain.WarehouseFixture.scheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.kit.problem.Refusal;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarehouseTest {

    private final FixtureConfiguration<Warehouse> warehouse = new AggregateTestFixture<>(Warehouse.class);

    @Nested
    class Receiving {

        @Test
        void theFirstDeliveryMakesTheWarehouse() {
            warehouse
                    .givenNoPriorActivity()
                    .when(receive("delivery-1", lamps(5), mugs(2)))
                    .expectEvents(received(lamps(5), mugs(2)))
                    .expectState(state -> {
                        assertThat(state.hasReceived("delivery-1")).isTrue();
                        assertThat(state.hasReceived("delivery-2")).isFalse();
                    });
        }

        @Test
        void aRepeatedDeliveryIsReceivedOnce() {
            warehouse
                    .given(received(lamps(5)))
                    .when(receive("delivery-1", lamps(5)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void anotherDeliveryAddsUp() {
            warehouse
                    .given(received(lamps(5)), new StockReceived(MAIN, "delivery-2", List.of(lamps(1))))
                    .when(reserve(ORDER, lamps(6)))
                    .expectEvents(reserved(ORDER, lamps(6)));
        }

        @Test
        void otherGoodsUnderTheNameOfAnEarlierDeliveryAreRefused() {
            refused(
                            warehouse.given(received(lamps(5))).when(receive("delivery-1", lamps(6))),
                            "delivery-already-exists")
                    .expectNoEvents();
        }
    }

    @Nested
    class Adjusting {

        @Test
        void booksFollowTheShelf() {
            warehouse
                    .given(received(lamps(5)))
                    .when(adjustLamps("adjustment-1", -5))
                    .expectEvents(lampsAdjusted(-5))
                    .expectState(state -> {
                        assertThat(state.hasAdjusted("adjustment-1")).isTrue();
                        assertThat(state.hasAdjusted("adjustment-2")).isFalse();
                    });
        }

        @Test
        void goodsThatNobodyReceivedMayBeFound() {
            warehouse
                    .givenNoPriorActivity()
                    .when(adjustLamps("adjustment-1", 3))
                    .expectEvents(lampsAdjusted(3));
        }

        @Test
        void whatIsSetAsideCannotBeTakenAway() {
            refused(
                            warehouse
                                    .given(received(lamps(5)), reserved(ORDER, lamps(2)))
                                    .when(adjustLamps("adjustment-1", -4)),
                            "stock-reserved")
                    .expectNoEvents();
        }

        @Test
        void whatIsScheduledCannotBeTakenAway() {
            refused(
                    warehouse
                            .given(received(lamps(5)), reserved(ORDER, lamps(2)), scheduled(ORDER, lamps(2)))
                            .when(adjustLamps("adjustment-1", -4)),
                    "stock-reserved");
        }

        @Test
        void whatIsNotSetAsideCanBeTakenAway() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(2)))
                    .when(adjustLamps("adjustment-1", -3))
                    .expectEvents(lampsAdjusted(-3));
        }

        @Test
        void nothingCanBeTakenFromAnEmptyShelf() {
            refused(warehouse.givenNoPriorActivity().when(adjustLamps("adjustment-1", -1)), "stock-reserved");
        }

        @Test
        void aRepeatedAdjustmentIsMadeOnceEvenIfItWouldNoLongerBePossible() {
            warehouse
                    .given(received(lamps(5)), lampsAdjusted(-4))
                    .when(adjustLamps("adjustment-1", -4))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void anotherAdjustmentUnderTheNameOfAnEarlierOneIsRefused() {
            refused(
                    warehouse.given(received(lamps(5)), lampsAdjusted(-4)).when(adjustLamps("adjustment-1", 4)),
                    "adjustment-already-exists");
            refused(
                    warehouse
                            .given(received(lamps(5)), lampsAdjusted(-4))
                            .when(new AdjustStock(MAIN, "adjustment-1", MUG, -4, "counted")),
                    "adjustment-already-exists");
        }
    }

    @Nested
    class Reserving {

        @Test
        void allLinesAreSetAsideTogether() {
            warehouse
                    .given(received(lamps(5), mugs(2)))
                    .when(reserve(ORDER, lamps(5), mugs(1)))
                    .expectEvents(reserved(ORDER, lamps(5), mugs(1)));
        }

        @Test
        void linesOfTheSameSkuAddUp() {
            warehouse
                    .given(received(lamps(5), mugs(2)))
                    .when(reserve(ORDER, lamps(2), mugs(1), lamps(3)))
                    .expectEvents(reserved(ORDER, lamps(5), mugs(1)));
        }

        @Test
        void oneMissingPieceRejectsTheWholeOrderAndNamesEveryShortage() {
            warehouse
                    .given(received(lamps(5), mugs(2)))
                    .when(reserve(ORDER, lamps(3), mugs(1), lamps(3)))
                    .expectEvents(new StockReservationRejected(MAIN, ORDER, List.of(new Shortage(LAMP, 6, 5))));
        }

        @Test
        void aWarehouseThatNeverReceivedAnythingRejects() {
            warehouse
                    .givenNoPriorActivity()
                    .when(reserve(ORDER, lamps(1), mugs(2)))
                    .expectEvents(new StockReservationRejected(
                            MAIN, ORDER, List.of(new Shortage(LAMP, 1, 0), new Shortage(MUG, 2, 0))));
        }

        @Test
        void whatIsSetAsideForOneOrderIsNotThereForAnother() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)))
                    .when(reserve(OTHER_ORDER, lamps(3)))
                    .expectEvents(new StockReservationRejected(MAIN, OTHER_ORDER, List.of(new Shortage(LAMP, 3, 2))));
        }

        @Test
        void whatWasReleasedIsThereForAnother() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), released(ORDER, lamps(3)))
                    .when(reserve(OTHER_ORDER, lamps(5)))
                    .expectEvents(reserved(OTHER_ORDER, lamps(5)));
        }

        @Test
        void whatHasExpiredIsThereForAnother() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), expired(ORDER, lamps(3)))
                    .when(reserve(OTHER_ORDER, lamps(5)))
                    .expectEvents(reserved(OTHER_ORDER, lamps(5)));
        }

        @Test
        void whatWasDispatchedIsGone() {
            warehouse
                    .given(
                            received(lamps(5)),
                            reserved(ORDER, lamps(3)),
                            scheduled(ORDER, lamps(3)),
                            dispatched(ORDER, lamps(3)))
                    .when(reserve(OTHER_ORDER, lamps(3)))
                    .expectEvents(new StockReservationRejected(MAIN, OTHER_ORDER, List.of(new Shortage(LAMP, 3, 2))));
        }

        @Test
        void aSecondDeliveryOfTheCommandChangesNothingWhateverBecameOfTheOrder() {
            StockReceived stock = received(lamps(5));
            nothing(warehouse.given(stock, reserved(ORDER, lamps(3))).when(reserve(ORDER, lamps(3))));
            nothing(warehouse
                    .given(new StockReservationRejected(MAIN, ORDER, List.of(new Shortage(LAMP, 3, 0))), stock)
                    .when(reserve(ORDER, lamps(3))));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), released(ORDER, lamps(3)))
                    .when(reserve(ORDER, lamps(3))));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), scheduled(ORDER, lamps(3)))
                    .when(reserve(ORDER, lamps(3))));
        }

        @Test
        void aCancellationSeenBeforeTheReservationWins() {
            nothing(warehouse.given(received(lamps(5)), released(ORDER)).when(reserve(ORDER, lamps(3))));
        }
    }

    @Nested
    class GivingBack {

        @Test
        void aCancelledOrderReleasesItsStock() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)))
                    .when(release(ORDER))
                    .expectEvents(released(ORDER, lamps(3)));
        }

        @Test
        void aCancellationSeenBeforeTheReservationReleasesNothingButAnswers() {
            warehouse.givenNoPriorActivity().when(release(ORDER)).expectEvents(released(ORDER));
        }

        @Test
        void aCancellationIsNotAnsweredTwice() {
            StockReceived stock = received(lamps(5));
            nothing(warehouse
                    .given(stock, new StockReservationRejected(MAIN, ORDER, List.of(new Shortage(MUG, 1, 0))))
                    .when(release(ORDER)));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), expired(ORDER, lamps(3)))
                    .when(release(ORDER)));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), released(ORDER, lamps(3)))
                    .when(release(ORDER)));
        }

        @Test
        void aReservationExpires() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)))
                    .when(expire(ORDER))
                    .expectEvents(expired(ORDER, lamps(3)));
        }

        @Test
        void onlyWhatIsStillJustSetAsideExpires() {
            StockReceived stock = received(lamps(5));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), scheduled(ORDER, lamps(3)))
                    .when(expire(ORDER)));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), released(ORDER, lamps(3)))
                    .when(expire(ORDER)));
            nothing(warehouse
                    .given(stock, reserved(ORDER, lamps(3)), expired(ORDER, lamps(3)))
                    .when(expire(ORDER)));
            nothing(warehouse.given(stock).when(expire(ORDER)));
        }

        @Test
        void afterTheShipmentIsScheduledNothingIsGivenBack() {
            nothing(warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), scheduled(ORDER, lamps(3)))
                    .when(release(ORDER)));
        }
    }

    @Nested
    class Shipping {

        @Test
        void theShipmentOfAConfirmedOrderIsScheduled() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)))
                    .when(schedule(ORDER))
                    .expectEvents(scheduled(ORDER, lamps(3)));
        }

        @Test
        void aConfirmationAfterTheExpirySchedulesNothing() {
            nothing(warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), expired(ORDER, lamps(3)))
                    .when(schedule(ORDER)));
        }

        @Test
        void oneOrderIsOneShipment() {
            nothing(warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), scheduled(ORDER, lamps(3)))
                    .when(schedule(ORDER)));
            nothing(warehouse
                    .given(
                            received(lamps(5)),
                            reserved(ORDER, lamps(3)),
                            scheduled(ORDER, lamps(3)),
                            dispatched(ORDER, lamps(3)))
                    .when(schedule(ORDER)));
        }

        @Test
        void aScheduledShipmentIsDispatched() {
            warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)), scheduled(ORDER, lamps(3)))
                    .when(dispatch(ORDER))
                    .expectEvents(dispatched(ORDER, lamps(3)));
        }

        @Test
        void nothingIsDispatchedTwice() {
            nothing(warehouse
                    .given(
                            received(lamps(5)),
                            reserved(ORDER, lamps(3)),
                            scheduled(ORDER, lamps(3)),
                            dispatched(ORDER, lamps(3)))
                    .when(dispatch(ORDER)));
        }

        @Test
        void whatIsNotScheduledIsNotDispatched() {
            nothing(warehouse
                    .given(received(lamps(5)), reserved(ORDER, lamps(3)))
                    .when(dispatch(ORDER)));
            nothing(warehouse.given(received(lamps(5))).when(dispatch(ORDER)));
        }
    }

    private static void nothing(ResultValidator<Warehouse> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static ResultValidator<Warehouse> refused(ResultValidator<Warehouse> result, String type) {
        return result.expectException(new FeatureMatcher<Refusal, String>(equalTo(type), "a refusal of type", "type") {
            @Override
            protected String featureValueOf(Refusal refusal) {
                return refusal.type();
            }
        });
    }
}
