package dev.troupe.order.reaction;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.OrderId;
import dev.troupe.kit.job.Deadline;
import dev.troupe.order.domain.OrderCommand.CancelOrder;

/** Cancels an order that is still not confirmed when its time is up; a confirmed one ignores it. */
public final class OrderTimeOut implements Deadline<OrderTimeOut.Unconfirmed> {

    @Override
    public String name() {
        return "order-time-out";
    }

    @Override
    public Object whenDue(Unconfirmed data) {
        return new CancelOrder(data.orderId(), CancellationReason.TIMED_OUT);
    }

    /** The order that may still be unconfirmed. */
    public record Unconfirmed(OrderId orderId) {}
}
