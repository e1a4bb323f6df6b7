package dev.troupe.notification.reaction;

import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;

/** The customer is told that the order will not be delivered, and why. */
public final class WhenOrderCancelledThenRequestNotification implements Reaction<OrderCancelled> {

    @Override
    public Then on(OrderCancelled fact, FactContext context) {
        return Then.command(RequestNotification.cancelled(fact.orderId(), fact.reason()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(NotificationRequested.class).soon();
    }
}
