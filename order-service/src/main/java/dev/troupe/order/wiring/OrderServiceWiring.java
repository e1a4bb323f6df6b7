package dev.troupe.order.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.quarantine.Quarantine;
import dev.troupe.order.domain.Order;
import dev.troupe.order.reaction.OrderTimeOut;
import dev.troupe.order.reaction.WhenOrderPlacedThenRemindOfTimeOut;
import dev.troupe.order.reaction.WhenPaymentAuthorizedThenConfirmOrder;
import dev.troupe.order.reaction.WhenPaymentCapturedThenCompleteOrder;
import dev.troupe.order.reaction.WhenPaymentDeclinedThenCancelOrder;
import dev.troupe.order.reaction.WhenStockReservationExpiredThenCancelOrder;
import dev.troupe.order.reaction.WhenStockReservationRejectedThenCancelOrder;
import dev.troupe.order.view.OrderSummary;
import dev.troupe.order.view.OrderSummaryProjection;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What order-service contributes to the choreography. */
@Configuration(proxyBeanMethods = false)
public class OrderServiceWiring {

    /** How long an order may stay unconfirmed, unless {@code troupe.order.time-out} says otherwise. */
    static final String TIME_OUT = "60s";

    @Bean
    static Choreography choreography(@Value("${troupe.order.time-out:" + TIME_OUT + "}") Duration timeOut) {
        return choreographyWith(timeOut);
    }

    /** The choreography of an order-service whose orders may stay unconfirmed for so long. */
    public static Choreography choreographyWith(Duration timeOut) {
        return Choreography.of("order")
                .aggregate(Order.class)
                .reaction(new WhenOrderPlacedThenRemindOfTimeOut(timeOut))
                .reaction(new WhenStockReservationRejectedThenCancelOrder())
                .reaction(new WhenStockReservationExpiredThenCancelOrder())
                .reaction(new WhenPaymentAuthorizedThenConfirmOrder())
                .reaction(new WhenPaymentDeclinedThenCancelOrder())
                .reaction(new WhenPaymentCapturedThenCompleteOrder())
                .reactionSegments(4)
                .deadline(new OrderTimeOut())
                .projection(new OrderSummaryProjection())
                .timeLimit(TimeLimit.of("troupe.order.time-out", timeOut)
                        .longerThan("troupe.payment.time-out")
                        .shorterThan("troupe.inventory.reservation-expiry"))
                .build();
    }

    @Bean
    static View<OrderSummary> orderSummaries(Troupe troupe) {
        return troupe.view(OrderSummaryProjection.class);
    }

    @Bean
    static Quarantine quarantine(ServiceDatabase database, SealedValues sealedValues) {
        return new Quarantine(database.writer(), "order", sealedValues);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
