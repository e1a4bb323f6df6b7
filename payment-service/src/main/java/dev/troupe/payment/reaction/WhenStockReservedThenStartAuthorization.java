package dev.troupe.payment.reaction;

import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.PaymentEvent.PaymentAuthorized;
import dev.troupe.events.PaymentEvent.PaymentCancelled;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.payment.domain.PaymentCommand.StartAuthorization;
import java.time.Duration;

/** Once the goods of an order are reserved, its money is asked for. */
public final class WhenStockReservedThenStartAuthorization implements Reaction<StockReserved> {

    private final Duration timeOut;

    /**
     * Makes the reaction.
     *
     * @param timeOut how long the provider may be asked
     */
    public WhenStockReservedThenStartAuthorization(Duration timeOut) {
        this.timeOut = timeOut;
    }

    @Override
    public Then on(StockReserved fact, FactContext context) {
        return Then.command(new StartAuthorization(fact.orderId()));
    }

    /** If the order was cancelled before, the provider is not asked. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(PaymentAuthorized.class, PaymentDeclined.class, PaymentCancelled.class)
                .soonAfter(timeOut);
    }
}
