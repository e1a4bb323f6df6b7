package dev.troupe.order.reaction;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.InventoryEvent.StockReservationExpired;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.order.domain.OrderCommand.CancelOrder;

/** An order whose goods were given back is cancelled, confirmed or not: the warehouse has decided that it will not ship. */
public final class WhenStockReservationExpiredThenCancelOrder implements Reaction<StockReservationExpired> {

    @Override
    public Then on(StockReservationExpired fact, FactContext context) {
        return Then.command(new CancelOrder(fact.orderId(), CancellationReason.RESERVATION_EXPIRED));
    }

    /** A cancellation for another reason may have crossed the expiry. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(OrderCancelled.class).soon();
    }
}
