package dev.troupe.order.wiring;

import static dev.troupe.order.OrderFixture.ORDER;
import static dev.troupe.order.OrderFixture.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.order.OrderFixture;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;
import dev.troupe.order.domain.OrderStatus;
import dev.troupe.order.view.OrderSummary;
import dev.troupe.order.view.OrderSummaryProjection;
import dev.troupe.test.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTimeOutTest {

    private static final OrderId LATER = new OrderId("o-2");

    private final TroupeSettings settings = TestDatabase.create("order-service").settings("order-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe =
            Troupe.create(settings, database, telemetry, OrderServiceWiring.choreographyWith(Duration.ofMillis(200)));

    @BeforeEach
    void start() {
        troupe.start();
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void anOrderThatNobodyAnswersTimesOut() {
        troupe.commands().send(placeOrder());
        await().untilAsserted(() -> assertThat(summary(ORDER)).hasValueSatisfying(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(order.reason()).isEqualTo(CancellationReason.TIMED_OUT);
        }));
    }

    @Test
    void aConfirmedOrderDoesNotTimeOut() {
        troupe.commands().send(placeOrder());
        troupe.commands().send(new ConfirmOrder(ORDER));
        troupe.commands().send(OrderFixture.placeOrder(LATER));
        await().untilAsserted(() -> assertThat(summary(LATER).map(OrderSummary::status))
                .as("the time of an order that was placed later is up")
                .contains(OrderStatus.CANCELLED));
        assertThat(summary(ORDER).map(OrderSummary::status)).contains(OrderStatus.CONFIRMED);
    }

    private Optional<OrderSummary> summary(OrderId order) {
        return troupe.view(OrderSummaryProjection.class).find(order.value());
    }
}
