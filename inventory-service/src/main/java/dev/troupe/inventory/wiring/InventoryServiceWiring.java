package dev.troupe.inventory.wiring;

import dev.troupe.inventory.domain.Warehouse;
import dev.troupe.inventory.job.ReservationExpiry;
import dev.troupe.inventory.job.ShipmentDeparture;
import dev.troupe.inventory.reaction.WhenOrderCancelledThenReleaseStock;
import dev.troupe.inventory.reaction.WhenOrderConfirmedThenScheduleShipment;
import dev.troupe.inventory.reaction.WhenOrderPlacedThenReserveStock;
import dev.troupe.inventory.reaction.WhenShipmentScheduledThenDispatchShipment;
import dev.troupe.inventory.reaction.WhenStockReservedThenRemindOfExpiry;
import dev.troupe.inventory.view.Reservation;
import dev.troupe.inventory.view.ReservationProjection;
import dev.troupe.inventory.view.StockLevel;
import dev.troupe.inventory.view.StockLevelProjection;
import dev.troupe.inventory.view.StockMovement;
import dev.troupe.inventory.view.StockMovementProjection;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.projection.View;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What inventory-service contributes to the choreography. */
@Configuration(proxyBeanMethods = false)
public class InventoryServiceWiring {

    private static final int SNAPSHOT_EVERY = 1_000;

    @Bean
    static Choreography choreography(
            @Value("${troupe.inventory.reservation-expiry}") Duration reservationExpiry,
            @Value("${troupe.inventory.dispatch-after}") Duration dispatchAfter) {
        return choreographyWith(new InventorySettings(reservationExpiry, dispatchAfter));
    }

    /** The choreography of an inventory-service with these settings. All its reactions decide on one stream, hence the one segment. */
    public static Choreography choreographyWith(InventorySettings settings) {
        return Choreography.of("inventory")
                .snapshottedAggregate(Warehouse.class, SNAPSHOT_EVERY)
                .reaction(new WhenOrderPlacedThenReserveStock())
                .reaction(new WhenStockReservedThenRemindOfExpiry(settings.reservationExpiry()))
                .reaction(new WhenOrderCancelledThenReleaseStock())
                .reaction(new WhenOrderConfirmedThenScheduleShipment())
                .reaction(new WhenShipmentScheduledThenDispatchShipment(settings.dispatchAfter()))
                .reactionSegments(1)
                .deadline(new ReservationExpiry())
                .deadline(new ShipmentDeparture())
                .projection(new StockLevelProjection())
                .projection(new ReservationProjection())
                .projection(new StockMovementProjection())
                .timeLimit(TimeLimit.of("troupe.inventory.reservation-expiry", settings.reservationExpiry())
                        .longerThan("troupe.order.time-out"))
                .build();
    }

    @Bean
    static View<StockLevel> stockLevels(Troupe troupe) {
        return troupe.view(StockLevelProjection.class);
    }

    @Bean
    static View<Reservation> reservations(Troupe troupe) {
        return troupe.view(ReservationProjection.class);
    }

    @Bean
    static View<StockMovement> stockMovements(Troupe troupe) {
        return troupe.view(StockMovementProjection.class);
    }
}
