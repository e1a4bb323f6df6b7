package dev.troupe.notification.reaction;

import static dev.troupe.notification.NotificationFixture.CONFIRMATION;
import static dev.troupe.notification.NotificationFixture.ORDER;
import static dev.troupe.notification.NotificationFixture.REQUESTED_AT;
import static dev.troupe.notification.NotificationFixture.aRequestedConfirmation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.Money;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;
import dev.troupe.notification.job.SendMail;
import dev.troupe.notification.job.SendMail.Unsent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReactionsTest {

    private static final FactContext CONTEXT = new FactContext("e-1", ORDER.value(), 7, REQUESTED_AT);

    @Test
    void aConfirmedOrderIsTold() {
        assertThat(new WhenOrderConfirmedThenRequestNotification()
                        .on(new OrderConfirmed(ORDER, WarehouseId.MAIN), CONTEXT))
                .isEqualTo(Then.command(RequestNotification.confirmed(ORDER)));
    }

    @Test
    void aDispatchedShipmentIsTold() {
        ShipmentDispatched fact =
                new ShipmentDispatched(WarehouseId.MAIN, ORDER, List.of(new StockLine(new Sku("MUG"), 2)));
        assertThat(new WhenShipmentDispatchedThenRequestNotification().on(fact, CONTEXT))
                .isEqualTo(Then.command(RequestNotification.dispatched(ORDER)));
    }

    @Test
    void aCancelledOrderIsToldWithItsReason() {
        OrderCancelled fact = new OrderCancelled(ORDER, WarehouseId.MAIN, CancellationReason.DECLINED);
        assertThat(new WhenOrderCancelledThenRequestNotification().on(fact, CONTEXT))
                .isEqualTo(Then.command(RequestNotification.cancelled(ORDER, CancellationReason.DECLINED)));
    }

    @Test
    void everyRefundIsToldByItself() {
        Money amount = new Money(475, "GBP");
        assertThat(new WhenPaymentRefundedThenRequestNotification()
                        .on(new PaymentRefunded(ORDER, "r-1", amount), CONTEXT))
                .isEqualTo(Then.command(RequestNotification.refunded(ORDER, "r-1", amount)))
                .isNotEqualTo(Then.command(RequestNotification.refunded(ORDER, "r-2", amount)));
    }

    @Test
    void aRequestedMailIsSentByAJobNamedByTheRequest() {
        assertThat(new WhenNotificationRequestedThenSendMail().on(aRequestedConfirmation(), CONTEXT))
                .isEqualTo(Then.job(SendMail.class, "e-1", new Unsent(CONFIRMATION, CustomerTier.PREMIUM)));
    }

    @ParameterizedTest
    @MethodSource("reactions")
    void everyReactionExpectsSomethingInTime(Reaction<?> reaction) {
        assertThat(reaction.expects().anyOf()).isNotEmpty();
        assertThat(reaction.expects().within()).isPositive();
        assertThat(reaction.name()).startsWith("When" + reaction.fact().getSimpleName() + "Then");
    }

    static Stream<Reaction<?>> reactions() {
        return Stream.of(
                new WhenOrderConfirmedThenRequestNotification(),
                new WhenShipmentDispatchedThenRequestNotification(),
                new WhenOrderCancelledThenRequestNotification(),
                new WhenPaymentRefundedThenRequestNotification(),
                new WhenNotificationRequestedThenSendMail());
    }
}
