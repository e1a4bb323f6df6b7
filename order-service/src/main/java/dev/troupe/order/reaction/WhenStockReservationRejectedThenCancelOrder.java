package dev.troupe.order.reaction;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.CancelOrder;

/** An order whose goods cannot all be reserved is cancelled. */
public final class WhenStockReservationRejectedThenCancelOrder implements Reaction<StockReservationRejected> {

    @Override
    public Then on(StockReservationRejected fact, FactContext context) {
        return Then.command(new CancelOrder(fact.orderId(), CancellationReason.OUT_OF_STOCK));
    }

    /** If the customer or the clock was faster, their cancellation answers too. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderCancelled.class).soon();
    }
}
