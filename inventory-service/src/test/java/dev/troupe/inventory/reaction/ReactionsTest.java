package dev.troupe.inventory.reaction;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MAIN;
import static dev.troupe.inventory.domain.WarehouseFixture.MUG;
import static dev.troupe.inventory.domain.WarehouseFixture.ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.mugs;
import static dev.troupe.inventory.domain.WarehouseFixture.reserved;
import static dev.troupe.inventory.domain.WarehouseFixture.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sealed;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.inventory.domain.WarehouseCommand.ExpireReservation;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ScheduleShipment;
import dev.troupe.inventory.job.ReservationExpiry;
import dev.troupe.inventory.job.ShipmentDeparture;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionsTest {

    private static final Instant RECORDED = Instant.parse("2026-01-31T12:00:00Z");
    private static final FactContext CONTEXT = new FactContext("event-1", ORDER.value(), 7, RECORDED);
    private static final Duration EXPIRY = Duration.ofMinutes(2);

    @Test
    void aPlacedOrderReservesAllItsLines() {
        OrderPlaced placed = new OrderPlaced(
                ORDER,
                new CustomerId("customer-1"),
                CustomerTier.STANDARD,
                new Sealed("customer-1", "key-1", "AAAA"),
                "United Kingdom",
                "GBP",
                List.of(new OrderLine(LAMP, 2, 1000), new OrderLine(MUG, 1, 250), new OrderLine(LAMP, 1, 900)),
                3150,
                RECORDED,
                OrderOrigin.API,
                MAIN);
        WhenOrderPlacedThenReserveStock reaction = new WhenOrderPlacedThenReserveStock();
        assertThat(reaction.on(placed, CONTEXT))
                .isEqualTo(Then.command(new ReserveStock(MAIN, ORDER, List.of(lamps(2), mugs(1), lamps(1)))));
        assertThat(reaction.expects().anyOf())
                .containsExactlyInAnyOrder("stock.reserved", "stock.reservation-rejected", "stock.released");
    }

    @Test
    void aCancelledOrderReleasesItsStock() {
        WhenOrderCancelledThenReleaseStock reaction = new WhenOrderCancelledThenReleaseStock();
        assertThat(reaction.on(new OrderCancelled(ORDER, MAIN, CancellationReason.CUSTOMER), CONTEXT))
                .isEqualTo(Then.command(new ReleaseStock(MAIN, ORDER)));
        assertThat(reaction.expects().anyOf())
                .containsExactlyInAnyOrder("stock.released", "stock.reservation-rejected", "stock.reservation-expired");
    }

    @Test
    void aConfirmedOrderSchedulesItsShipment() {
        WhenOrderConfirmedThenScheduleShipment reaction = new WhenOrderConfirmedThenScheduleShipment();
        assertThat(reaction.on(new OrderConfirmed(ORDER, MAIN), CONTEXT))
                .isEqualTo(Then.command(new ScheduleShipment(MAIN, ORDER)));
        assertThat(reaction.expects().anyOf())
                .containsExactlyInAnyOrder("shipment.scheduled", "stock.reservation-expired");
    }

    @Test
    void reservedStockIsLookedAtAgainWhenItsTimeIsUp() {
        WhenStockReservedThenRemindOfExpiry reaction = new WhenStockReservedThenRemindOfExpiry(EXPIRY);
        ReservationExpiry.SetAside setAside = new ReservationExpiry.SetAside(MAIN, ORDER);
        assertThat(reaction.on(reserved(ORDER, lamps(1)), CONTEXT))
                .isEqualTo(Then.deadline(ReservationExpiry.class, "order-1", setAside, EXPIRY));
        assertThat(new ReservationExpiry().whenDue(setAside)).isEqualTo(new ExpireReservation(MAIN, ORDER));
        assertThat(reaction.expects().anyOf())
                .containsExactlyInAnyOrder("shipment.scheduled", "stock.released", "stock.reservation-expired");
        assertThat(reaction.expects().within()).isGreaterThan(EXPIRY);
    }

    @Test
    void aScheduledShipmentIsDispatchedAtOnceIfThereIsNoWait() {
        assertThat(new WhenShipmentScheduledThenDispatchShipment(Duration.ZERO).on(scheduled(ORDER, lamps(1)), CONTEXT))
                .isEqualTo(Then.command(new DispatchShipment(MAIN, ORDER)));
    }

    @Test
    void aScheduledShipmentIsDispatchedAfterTheWait() {
        Duration wait = Duration.ofHours(3);
        WhenShipmentScheduledThenDispatchShipment reaction = new WhenShipmentScheduledThenDispatchShipment(wait);
        ShipmentDeparture.Scheduled scheduled = new ShipmentDeparture.Scheduled(MAIN, ORDER);
        assertThat(reaction.on(scheduled(ORDER, lamps(1)), CONTEXT))
                .isEqualTo(Then.deadline(ShipmentDeparture.class, "order-1", scheduled, wait));
        assertThat(new ShipmentDeparture().whenDue(scheduled)).isEqualTo(new DispatchShipment(MAIN, ORDER));
        assertThat(reaction.expects().anyOf()).containsExactly("shipment.dispatched");
        assertThat(reaction.expects().within()).isGreaterThan(wait);
    }
}
