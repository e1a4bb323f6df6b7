package dev.troupe.inventory.view;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MAIN;
import static dev.troupe.inventory.domain.WarehouseFixture.ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.dispatched;
import static dev.troupe.inventory.domain.WarehouseFixture.expired;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.released;
import static dev.troupe.inventory.domain.WarehouseFixture.reserved;
import static dev.troupe.inventory.domain.WarehouseFixture.scheduled;
import static dev.troupe.inventory.view.Folded.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent.OrderStockEvent;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReservationProjectionTest {

    private static Reservation after(OrderStockEvent... facts) {
        return Objects.requireNonNull(
                Folded.by(new ReservationProjection(), (Object[]) facts).get("order-1"));
    }

    @Test
    void aReservationShowsItsLinesAndWhenItWasMade() {
        assertThat(after(reserved(ORDER, lamps(2))))
                .isEqualTo(new Reservation(
                        ORDER, MAIN, ReservationStatus.RESERVED, List.of(lamps(2)), List.of(), START, START));
    }

    @Test
    void aRejectionShowsWhatWasShort() {
        List<Shortage> shortages = List.of(new Shortage(LAMP, 3, 1));
        assertThat(after(new StockReservationRejected(MAIN, ORDER, shortages)))
                .isEqualTo(
                        new Reservation(ORDER, MAIN, ReservationStatus.REJECTED, List.of(), shortages, START, START));
    }

    @Test
    void aCancellationBeforeTheReservationShowsNoGoods() {
        assertThat(after(released(ORDER)))
                .isEqualTo(
                        new Reservation(ORDER, MAIN, ReservationStatus.RELEASED, List.of(), List.of(), START, START));
    }

    @Test
    void whatBecameOfAReservationIsShownWithItsGoods() {
        assertThat(after(reserved(ORDER, lamps(2)), released(ORDER, lamps(2))))
                .isEqualTo(new Reservation(
                        ORDER,
                        MAIN,
                        ReservationStatus.RELEASED,
                        List.of(lamps(2)),
                        List.of(),
                        START,
                        START.plusSeconds(1)));
        assertThat(after(reserved(ORDER, lamps(2)), expired(ORDER, lamps(2))).status())
                .isEqualTo(ReservationStatus.EXPIRED);
        assertThat(after(reserved(ORDER, lamps(2)), scheduled(ORDER, lamps(2))).status())
                .isEqualTo(ReservationStatus.SCHEDULED);
        assertThat(after(reserved(ORDER, lamps(2)), scheduled(ORDER, lamps(2)), dispatched(ORDER, lamps(2)))
                        .status())
                .isEqualTo(ReservationStatus.DISPATCHED);
    }
}
