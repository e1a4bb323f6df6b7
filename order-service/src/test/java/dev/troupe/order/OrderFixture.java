package dev.troupe.order;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sealed;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order as its tests know it: two mugs and a teapot for 24.50 GBP. */
public final class OrderFixture {

    public static final OrderId ORDER = new OrderId("o-1");
    public static final Instant ORDERED_AT = Instant.parse("2010-12-01T08:26:00Z");
    public static final Instant RECEIVED_AT = Instant.parse("2026-01-01T12:00:00Z");

    private OrderFixture() {}

    public static PlaceOrder placeOrder() {
        return placeOrder(ORDER);
    }

    public static PlaceOrder placeOrder(OrderId orderId) {
        return placeOrder(orderId, ORDERED_AT, someLines(), new Sealed("c-1", "k-1", "c2VhbGVk"));
    }

    public static PlaceOrder placeOrder(@Nullable Instant orderedAt, List<OrderLine> lines, Sealed contact) {
        return placeOrder(ORDER, orderedAt, lines, contact);
    }

    private static PlaceOrder placeOrder(
            OrderId orderId, @Nullable Instant orderedAt, List<OrderLine> lines, Sealed contact) {
        return new PlaceOrder(
                orderId,
                new CustomerId("c-1"),
                CustomerTier.STANDARD,
                contact,
                "United Kingdom",
                "GBP",
                lines,
                orderedAt,
                RECEIVED_AT,
                OrderOrigin.API,
                WarehouseId.MAIN);
    }

    public static List<OrderLine> someLines() {
        return List.of(new OrderLine(new Sku("MUG"), 2, 475), new OrderLine(new Sku("TEAPOT"), 1, 1500));
    }

    public static OrderPlaced aPlacedOrder() {
        return aPlacedOrder(ORDERED_AT);
    }

    public static OrderPlaced aPlacedOrder(Instant orderedAt) {
        return new OrderPlaced(
                ORDER,
                new CustomerId("c-1"),
                CustomerTier.STANDARD,
                new Sealed("c-1", "k-1", "c2VhbGVk"),
                "United Kingdom",
                "GBP",
                someLines(),
                2450,
                orderedAt,
                OrderOrigin.API,
                WarehouseId.MAIN);
    }

    public static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER, WarehouseId.MAIN);
    }

    public static OrderCompleted completed() {
        return new OrderCompleted(ORDER);
    }

    public static OrderCancelled cancelled(CancellationReason reason) {
        return new OrderCancelled(ORDER, WarehouseId.MAIN, reason);
    }
}
