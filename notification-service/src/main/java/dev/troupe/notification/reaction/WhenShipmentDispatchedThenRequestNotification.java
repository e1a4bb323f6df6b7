package dev.troupe.notification.reaction;

import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;

/** The customer is told that the goods have left the warehouse. */
public final class WhenShipmentDispatchedThenRequestNotification implements Reaction<ShipmentDispatched> {

    @Override
    public Then on(ShipmentDispatched fact, FactContext context) {
        return Then.command(RequestNotification.dispatched(fact.orderId()));
    }

    @Override
    public Expectation expects() {
        return Expectation.anyOf(NotificationRequested.class).soon();
    }
}
