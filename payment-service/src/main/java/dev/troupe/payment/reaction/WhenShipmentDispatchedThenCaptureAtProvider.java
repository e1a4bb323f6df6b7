package dev.troupe.payment.reaction;

import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.PaymentEvent.PaymentCaptured;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.job.CaptureAtProvider;
import java.time.Duration;

/** The money is collected once the goods have left, and the provider is asked to until it has. */
public final class WhenShipmentDispatchedThenCaptureAtProvider implements Reaction<ShipmentDispatched> {

    @Override
    public Then on(ShipmentDispatched fact, FactContext context) {
        return Then.job(
                CaptureAtProvider.class, fact.orderId().paymentStream(), new CaptureAtProvider.Held(fact.orderId()));
    }

    /** Nothing can cross it: after the shipment is scheduled nothing cancels. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentCaptured.class).within(Duration.ofSeconds(60));
    }
}
