package dev.troupe.order.domain;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sealed;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.correlation.FlowId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What order-service can be asked to do with an order; nobody outside the service can ask it. */
public sealed interface OrderCommand {

    /** The order to decide about, which is also the flow. */
    OrderId orderId();

    /** The stream of the order. */
    @TargetAggregateIdentifier
    default String stream() {
        return orderId().stream();
    }

    /**
     * Place an order.
     *
     * @param orderedAt when the customer ordered, if the customer's channel says so
     * @param receivedAt when the request came; stands in for {@code orderedAt}
     */
    record PlaceOrder(
            @FlowId OrderId orderId,
            CustomerId customerId,
            CustomerTier customerTier,
            Sealed contact,
            String country,
            String currency,
            List<OrderLine> lines,
            @Nullable Instant orderedAt,
            Instant receivedAt,
            OrderOrigin origin,
            WarehouseId warehouseId)
            implements OrderCommand {

        public PlaceOrder {
            lines = List.copyOf(lines);
        }

        /**
         * The sum of the lines in minor units.
         *
         * @throws ArithmeticException if it does not fit
         */
        public long totalMinor() {
            return lines.stream().mapToLong(OrderLine::totalMinor).reduce(0, Math::addExact);
        }

        /** The fact that it leads to, if nothing speaks against it. */
        public OrderPlaced placed() {
            return new OrderPlaced(
                    orderId,
                    customerId,
                    customerTier,
                    contact,
                    country,
                    currency,
                    lines,
                    totalMinor(),
                    orderedAt == null ? receivedAt : orderedAt,
                    origin,
                    warehouseId);
        }

        /**
         * Whether this asks for what was placed before. The contact is left out because a value is never sealed twice alike, the origin
         * because the same order may come from a renamed file.
         */
        boolean asksFor(OrderPlaced before) {
            return customerId.equals(before.customerId())
                    && customerTier == before.customerTier()
                    && country.equals(before.country())
                    && currency.equals(before.currency())
                    && lines.equals(before.lines())
                    && warehouseId.equals(before.warehouseId())
                    && (orderedAt == null || orderedAt.equals(before.orderedAt()));
        }
    }

    /** Confirm an order that is reserved and authorized. */
    record ConfirmOrder(@FlowId OrderId orderId) implements OrderCommand {}

    /** Complete an order that is dispatched and paid. */
    record CompleteOrder(@FlowId OrderId orderId) implements OrderCommand {}

    /** Cancel an order, if that is still possible for this reason. */
    record CancelOrder(@FlowId OrderId orderId, CancellationReason reason) implements OrderCommand {}
}
