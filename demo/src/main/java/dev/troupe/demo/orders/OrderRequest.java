package dev.troupe.demo.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.WarehouseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders}; sent with the order's id as {@code Idempotency-Key}.
 *
 * @param warehouseId where the goods shall come from; left out, order-service decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderRequest(
        OrderId orderId,
        CustomerId customerId,
        CustomerTier customerTier,
        Contact contact,
        String country,
        String currency,
        List<OrderLine> lines,
        Instant orderedAt,
        OrderOrigin origin,
        @Nullable WarehouseId warehouseId) {

    public OrderRequest {
        lines = List.copyOf(lines);
    }

    /** The request that places the order. */
    public static OrderRequest of(IncomingOrder order) {
        return new OrderRequest(
                order.orderId(),
                order.customerId(),
                order.customerTier(),
                order.contact(),
                order.country(),
                order.currency(),
                order.lines(),
                order.orderedAt(),
                order.origin(),
                null);
    }
}
