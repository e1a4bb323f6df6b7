package dev.troupe.notification.reaction;

import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;

/** The customer is told that the order will be delivered. */
public final class WhenOrderConfirmedThenRequestNotification implements Reaction<OrderConfirmed> {

    @Override
    public Then on(OrderConfirmed fact, FactContext context) {
        return Then.command(RequestNotification.confirmed(fact.orderId()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(NotificationRequested.class).soon();
    }
}
