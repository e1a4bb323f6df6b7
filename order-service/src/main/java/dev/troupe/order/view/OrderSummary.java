package dev.troupe.order.view;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.order.domain.Order;
import dev.troupe.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order at a glance.
 *
 * @param reason why it was cancelled, if it was
 * @param pieces the sum of the quantities of its lines
 * @param channel how it came: {@code api}, {@code import} or {@code demo}
 * @param file the imported file it came from, if any
 * @param orderedAt business time
 * @param placedAt when {@code order.placed} was recorded; absent in the moment before the view has got there
 * @param confirmedAt when it was confirmed, if it was
 * @param endedAt when it was completed or cancelled, if it was
 */
public record OrderSummary(
        OrderId orderId,
        CustomerId customerId,
        CustomerTier customerTier,
        OrderStatus status,
        @Nullable CancellationReason reason,
        String country,
        String currency,
        long totalMinor,
        int lineCount,
        long pieces,
        WarehouseId warehouseId,
        String channel,
        @Nullable String file,
        @Nullable Integer firstRow,
        @Nullable Integer lastRow,
        Instant orderedAt,
        @Nullable Instant placedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt) {

    /** An order as it is at this moment, for readers who cannot wait for the view; when what was recorded is known to the view alone. */
    public static OrderSummary of(Order order) {
        return placed(order.placed(), null).with(order.status(), order.reason(), null, null);
    }

    static OrderSummary placed(OrderPlaced fact, @Nullable Instant recordedAt) {
        return new OrderSummary(
                fact.orderId(),
                fact.customerId(),
                fact.customerTier(),
                OrderStatus.PLACED,
                null,
                fact.country(),
                fact.currency(),
                fact.totalMinor(),
                fact.lines().size(),
                fact.lines().stream().mapToLong(line -> line.quantity()).sum(),
                fact.warehouseId(),
                fact.origin().channel(),
                fact.origin().file(),
                fact.origin().firstRow(),
                fact.origin().lastRow(),
                fact.orderedAt(),
                recordedAt,
                null,
                null);
    }

    OrderSummary confirmed(Instant recordedAt) {
        return with(OrderStatus.CONFIRMED, null, recordedAt, null);
    }

    OrderSummary completed(Instant recordedAt) {
        return with(OrderStatus.COMPLETED, null, confirmedAt, recordedAt);
    }

    OrderSummary cancelled(CancellationReason why, Instant recordedAt) {
        return with(OrderStatus.CANCELLED, why, confirmedAt, recordedAt);
    }

    private OrderSummary with(
            OrderStatus newStatus,
            @Nullable CancellationReason newReason,
            @Nullable Instant newConfirmedAt,
            @Nullable Instant newEndedAt) {
        return new OrderSummary(
                orderId,
                customerId,
                customerTier,
                newStatus,
                newReason,
                country,
                currency,
                totalMinor,
                lineCount,
                pieces,
                warehouseId,
                channel,
                file,
                firstRow,
                lastRow,
                orderedAt,
                placedAt,
                newConfirmedAt,
                newEndedAt);
    }
}
