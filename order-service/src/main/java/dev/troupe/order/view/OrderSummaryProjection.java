package dev.troupe.order.view;

import dev.troupe.events.OrderEvent;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.projection.Projection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds the facts about orders into one row per order. */
public final class OrderSummaryProjection extends Projection<OrderSummary> {

    public OrderSummaryProjection() {
        super("order_summary", OrderSummary.class);
        eachRowIsOfOneFlow();
        on(
                OrderPlaced.class,
                OrderSummaryProjection::key,
                (row, fact, at) -> OrderSummary.placed(fact, at.recordedAt()));
        on(
                OrderConfirmed.class,
                OrderSummaryProjection::key,
                (row, fact, at) -> ifPlaced(row, order -> order.confirmed(at.recordedAt())));
        on(
                OrderCompleted.class,
                OrderSummaryProjection::key,
                (row, fact, at) -> ifPlaced(row, order -> order.completed(at.recordedAt())));
        on(
                OrderCancelled.class,
                OrderSummaryProjection::key,
                (row, fact, at) -> ifPlaced(row, order -> order.cancelled(fact.reason(), at.recordedAt())));
    }

    private static String key(OrderEvent fact) {
        return fact.orderId().value();
    }

    /** A replay of a part of the facts may begin in the middle of an order, of which there is then no row to change. */
    private static @Nullable OrderSummary ifPlaced(@Nullable OrderSummary row, UnaryOperator<OrderSummary> change) {
        return row == null ? null : change.apply(row);
    }
}
