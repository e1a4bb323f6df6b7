package dev.troupe.inventory.reaction;

import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.ShipmentScheduled;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.inventory.job.ShipmentDeparture;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.time.Duration;

/** A scheduled shipment leaves, at once or after the time that packing takes. */
public final class WhenShipmentScheduledThenDispatchShipment implements Reaction<ShipmentScheduled> {

    private final Duration dispatchAfter;

    /**
     * Makes the reaction.
     *
     * @param dispatchAfter how long a shipment waits; zero for not at all
     */
    public WhenShipmentScheduledThenDispatchShipment(Duration dispatchAfter) {
        this.dispatchAfter = dispatchAfter;
    }

    /** Without a wait there is nothing to remember, and so no row to write. */
    @Override
    public Then on(ShipmentScheduled fact, FactContext context) {
        return dispatchAfter.isZero()
                ? Then.command(new DispatchShipment(fact.warehouseId(), fact.orderId()))
                : Then.deadline(
                        ShipmentDeparture.class,
                        fact.orderId().value(),
                        new ShipmentDeparture.Scheduled(fact.warehouseId(), fact.orderId()),
                        dispatchAfter);
    }

    /** Nothing can cross it: after the shipment is scheduled nothing cancels. */
    @Override
    public Expectation expects() {
        return Expectation.anyOf(ShipmentDispatched.class).soonAfter(dispatchAfter);
    }
}
