package dev.troupe.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.inventory.domain.Reservations.Reservation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservationsTest {

    private static final OrderId ORDER = new OrderId("order-1");
    private static final List<StockLine> LINES = List.of(new StockLine(new Sku("LAMP"), 2));

    private final Reservations reservations = new Reservations();

    @Test
    void anOrderNobodySpokeOfIsNotKnown() {
        assertThat(reservations.knows(ORDER)).isFalse();
        assertThat(reservations.reserved(ORDER)).isNull();
        assertThat(reservations.scheduled(ORDER)).isNull();
    }

    @Test
    void whatIsReservedMayBeGivenBackButNotSentYet() {
        reservations.open(ORDER, LINES);
        assertThat(reservations.knows(ORDER)).isTrue();
        assertThat(reservations.reserved(ORDER)).isEqualTo(new Reservation(LINES, false));
        assertThat(reservations.scheduled(ORDER)).isNull();
    }

    @Test
    void whatIsScheduledIsSentAndNoLongerGivenBack() {
        reservations.open(ORDER, LINES);
        reservations.schedule(ORDER, LINES);
        assertThat(reservations.knows(ORDER)).isTrue();
        assertThat(reservations.reserved(ORDER)).isNull();
        assertThat(reservations.scheduled(ORDER)).isEqualTo(new Reservation(LINES, true));
    }

    @Test
    void whatHasEndedIsOnlyRemembered() {
        reservations.open(ORDER, LINES);
        reservations.end(ORDER);
        assertThat(reservations.knows(ORDER)).isTrue();
        assertThat(reservations.reserved(ORDER)).isNull();
        assertThat(reservations.scheduled(ORDER)).isNull();
    }
}
