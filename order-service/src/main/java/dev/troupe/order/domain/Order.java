package dev.troupe.order.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.FactMetadata;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.order.domain.OrderCommand.CancelOrder;
import dev.troupe.order.domain.OrderCommand.CompleteOrder;
import dev.troupe.order.domain.OrderCommand.ConfirmOrder;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One order, from placed to completed or cancelled. Of decisions that cross one another the first in its stream wins; a later one changes
 * nothing, and neither does one that is delivered twice.
 */
public class Order {

    private @Nullable OrderPlaced placed;
    private OrderStatus status = OrderStatus.PLACED;
    private @Nullable CancellationReason reason;
    private @Nullable String traceparent;

    /** For Axon, which then replays the order's facts. */
    protected Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceOrder command) {
        if (placed == null) {
            apply(command.placed());
        } else if (!command.asksFor(placed)) {
            throw new Refusal(
                    "order-already-exists",
                    409,
                    "The order %s was placed before with other content; a new order needs a new id."
                            .formatted(command.orderId()));
        }
    }

    @CommandHandler
    void handle(ConfirmOrder command) {
        if (status == OrderStatus.PLACED) {
            apply(new OrderConfirmed(command.orderId(), placed().warehouseId()));
        }
    }

    @CommandHandler
    void handle(CompleteOrder command) {
        if (status == OrderStatus.CONFIRMED) {
            apply(new OrderCompleted(command.orderId()));
        }
    }

    @CommandHandler
    void handle(CancelOrder command) {
        if (canBeCancelled(command.reason())) {
            apply(new OrderCancelled(command.orderId(), placed().warehouseId(), command.reason()));
        } else if (command.reason() == CancellationReason.CUSTOMER && status != OrderStatus.CANCELLED) {
            throw new Refusal(
                    "order-already-confirmed",
                    409,
                    "The order %s is already confirmed and can no longer be cancelled.".formatted(command.orderId()));
        }
    }

    private boolean canBeCancelled(CancellationReason why) {
        return switch (status) {
            case PLACED -> true;
            case CONFIRMED -> why == CancellationReason.RESERVATION_EXPIRED;
            case COMPLETED, CANCELLED -> false;
        };
    }

    @EventSourcingHandler
    void on(OrderPlaced fact, @MetaDataValue(FactMetadata.TRACEPARENT) @Nullable String placedIn) {
        placed = fact;
        traceparent = placedIn;
    }

    @EventSourcingHandler
    void on(@SuppressWarnings("unused") OrderConfirmed fact) {
        status = OrderStatus.CONFIRMED;
    }

    @EventSourcingHandler
    void on(@SuppressWarnings("unused") OrderCompleted fact) {
        status = OrderStatus.COMPLETED;
    }

    @EventSourcingHandler
    void on(OrderCancelled fact) {
        status = OrderStatus.CANCELLED;
        reason = fact.reason();
    }

    /** The stream of the order; none before it is placed. */
    @AggregateIdentifier
    @Nullable
    String stream() {
        return placed == null ? null : placed.orderId().stream();
    }

    /** What was ordered. */
    public OrderPlaced placed() {
        return Objects.requireNonNull(placed, "an order begins with order.placed");
    }

    /** How far the order is. */
    public OrderStatus status() {
        return status;
    }

    /** Why it was cancelled, if it was. */
    public @Nullable CancellationReason reason() {
        return reason;
    }

    /** W3C trace context of the span in which it was placed, if that was traced. */
    public Optional<String> traceparent() {
        return Optional.ofNullable(traceparent);
    }
}
