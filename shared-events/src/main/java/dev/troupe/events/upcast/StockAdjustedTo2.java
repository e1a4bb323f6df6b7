package dev.troupe.events.upcast;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code delta} did not say of what; it is a change of the quantity on hand. */
public final class StockAdjustedTo2 implements Upcaster {

    @Override
    public void upcast(ObjectNode payload) {
        Fields.rename(payload, "delta", "quantityChange");
    }
}
