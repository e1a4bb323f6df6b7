package dev.troupe.inventory.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.troupe.events.OrderId;
import dev.troupe.events.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which goods are set aside for which order, and which orders the warehouse is done with. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
final class Reservations {

    private Map<OrderId, Reservation> open = new HashMap<>();
    private RecentIds ended = new RecentIds();

    /** Whether the warehouse has decided about the order before. */
    boolean knows(OrderId order) {
        return open.containsKey(order) || ended.contains(order.value());
    }

    /** What is set aside for an order and may still be given back, or nothing. */
    @Nullable
    Reservation reserved(OrderId order) {
        Reservation reservation = open.get(order);
        return reservation == null || reservation.scheduled() ? null : reservation;
    }

    /** What is about to be sent for an order, or nothing. */
    @Nullable
    Reservation scheduled(OrderId order) {
        Reservation reservation = open.get(order);
        return reservation == null || !reservation.scheduled() ? null : reservation;
    }

    void open(OrderId order, List<StockLine> lines) {
        open.put(order, new Reservation(lines, false));
    }

    void schedule(OrderId order, List<StockLine> lines) {
        open.put(order, new Reservation(lines, true));
    }

    void end(OrderId order) {
        open.remove(order);
        ended.add(order.value());
    }

    /**
     * Goods set aside for one order.
     *
     * @param scheduled whether they will be sent for certain
     */
    record Reservation(List<StockLine> lines, boolean scheduled) {}
}
