package dev.troupe.events;

import java.time.Instant;
import java.util.List;

/** What happens to an order; emitted by order-service alone. */
public sealed interface OrderEvent {

    /** The order, which is also the flow. */
    OrderId orderId();

    /**
     * A customer placed an order.
     *
     * @param contact name, address and mail address of the customer, sealed
     * @param country the country to deliver to, as the customer's channel names it
     * @param currency ISO 4217
     * @param totalMinor the sum of the lines in minor units
     * @param orderedAt business time; never used to measure latency
     */
    @Fact(name = "order.placed")
    record OrderPlaced(
            OrderId orderId,
            CustomerId customerId,
            CustomerTier customerTier,
            Sealed contact,
            String country,
            String currency,
            List<OrderLine> lines,
            @AtLeast(0) long totalMinor,
            Instant orderedAt,
            OrderOrigin origin,
            WarehouseId warehouseId)
            implements OrderEvent {

        public OrderPlaced {
            lines = List.copyOf(lines);
        }
    }

    /** Stock is reserved and the payment is authorized: the order will be delivered. */
    @Fact(name = "order.confirmed")
    record OrderConfirmed(OrderId orderId, WarehouseId warehouseId) implements OrderEvent {}

    /** The goods are on their way and the money is captured: nothing remains to be done. */
    @Fact(name = "order.completed", terminal = true)
    record OrderCompleted(OrderId orderId) implements OrderEvent {}

    /** The order will not be delivered; inventory and payment undo what they did. */
    @Fact(name = "order.cancelled")
    record OrderCancelled(OrderId orderId, WarehouseId warehouseId, CancellationReason reason) implements OrderEvent {}
}
