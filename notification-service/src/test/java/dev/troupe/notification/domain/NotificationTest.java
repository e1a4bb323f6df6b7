package dev.troupe.notification.domain;

import static dev.troupe.notification.NotificationFixture.CONFIRMATION;
import static dev.troupe.notification.NotificationFixture.ORDER;
import static dev.troupe.notification.NotificationFixture.aFailedConfirmation;
import static dev.troupe.notification.NotificationFixture.aPlacedOrder;
import static dev.troupe.notification.NotificationFixture.aRequested;
import static dev.troupe.notification.NotificationFixture.aRequestedConfirmation;
import static dev.troupe.notification.NotificationFixture.aSentConfirmation;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.Money;
import dev.troupe.events.NotificationFailureCause;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import dev.troupe.kit.correlation.FactReader;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.notification.domain.NotificationCommand.RecordFailed;
import dev.troupe.notification.domain.NotificationCommand.RecordSent;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;
import dev.troupe.notification.domain.NotificationCommand.TryAgain;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private AggregateTestFixture<Notification> notification;

    @BeforeEach
    void registerWhatHandlersLookUp() {
        notification = new AggregateTestFixture<>(Notification.class);
        notification.registerInjectableResource(new OnePlacedOrder());
    }

    @Test
    void aRequestTakesContactTierAndAmountFromThePlacedOrder() {
        notification
                .givenNoPriorActivity()
                .when(RequestNotification.confirmed(ORDER))
                .expectEvents(aRequestedConfirmation());
    }

    @Test
    void aRefundIsTakenFromTheRequest() {
        notification
                .givenNoPriorActivity()
                .when(RequestNotification.refunded(ORDER, "r-1", new Money(475, "GBP")))
                .expectEvents(aRequested(NotificationKind.PAYMENT_REFUNDED));
    }

    @Test
    void theReasonOfACancellationIsTakenFromTheRequest() {
        notification
                .givenNoPriorActivity()
                .when(RequestNotification.cancelled(ORDER, CancellationReason.OUT_OF_STOCK))
                .expectEvents(aRequested(NotificationKind.ORDER_CANCELLED));
    }

    @Test
    void aDispatchNeedsNothingElse() {
        notification
                .givenNoPriorActivity()
                .when(RequestNotification.dispatched(ORDER))
                .expectEvents(aRequested(NotificationKind.SHIPMENT_DISPATCHED));
    }

    @Test
    void aFactThatIsDeliveredTwiceRequestsOneMail() {
        notification
                .given(aRequestedConfirmation())
                .when(RequestNotification.confirmed(ORDER))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRequestForAnUnknownOrderFails() {
        notification
                .givenNoPriorActivity()
                .when(RequestNotification.confirmed(new OrderId("unknown")))
                .expectException(IllegalStateException.class)
                .expectNoEvents();
    }

    @Test
    void aMailIsSentOnce() {
        notification
                .given(aRequestedConfirmation())
                .when(new RecordSent(CONFIRMATION))
                .expectEvents(aSentConfirmation());
        notification
                .given(aRequestedConfirmation(), aSentConfirmation())
                .when(new RecordSent(CONFIRMATION))
                .expectNoEvents();
    }

    @Test
    void aMailIsGivenUpOnce() {
        notification
                .given(aRequestedConfirmation())
                .when(new RecordFailed(CONFIRMATION, NotificationFailureCause.REFUSED, "no such mailbox"))
                .expectEvents(aFailedConfirmation("no such mailbox"));
        notification
                .given(aRequestedConfirmation(), aFailedConfirmation("no such mailbox"))
                .when(new RecordFailed(CONFIRMATION, NotificationFailureCause.REFUSED, "again"))
                .expectNoEvents();
    }

    @Test
    void theFirstOutcomeStays() {
        notification
                .given(aRequestedConfirmation(), aSentConfirmation())
                .when(new RecordFailed(CONFIRMATION, NotificationFailureCause.REFUSED, "too late"))
                .expectNoEvents();
        notification
                .given(aRequestedConfirmation(), aFailedConfirmation("no such mailbox"))
                .when(new RecordSent(CONFIRMATION))
                .expectNoEvents();
    }

    @Test
    void aMailThatWasGivenUpCanBeRequestedAnewAndNoOther() {
        notification
                .given(aRequestedConfirmation(), aFailedConfirmation("no such mailbox"))
                .when(new TryAgain(CONFIRMATION, ORDER))
                .expectEvents(aRequestedConfirmation());
        notification
                .given(aRequestedConfirmation(), aFailedConfirmation("no such mailbox"), aRequestedConfirmation())
                .when(new RecordSent(CONFIRMATION))
                .expectEvents(aSentConfirmation());
        notification
                .given(aRequestedConfirmation(), aSentConfirmation())
                .when(new TryAgain(CONFIRMATION, ORDER))
                .expectException(Refusal.class)
                .expectNoEvents();
    }

    /** The stream of the one order there is. */
    private static final class OnePlacedOrder implements FactReader {
        @Override
        public <F> Optional<F> first(String stream, Class<F> fact) {
            return stream.equals(ORDER.stream()) ? Optional.of(fact.cast(aPlacedOrder())) : Optional.empty();
        }
    }
}
