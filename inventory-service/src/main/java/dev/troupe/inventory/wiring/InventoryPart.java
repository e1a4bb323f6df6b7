package dev.troupe.inventory.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.ChoreographyPart;

/** Tells what inventory-service contributes, with its default settings. */
public final class InventoryPart implements ChoreographyPart {

    @Override
    public Choreography choreography() {
        return InventoryServiceWiring.choreographyWith(InventorySettings.DEFAULT);
    }
}
