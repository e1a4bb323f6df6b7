package dev.troupe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one warehouse, the boundary within which stock is never oversold.
 *
 * @param value 1 to 100 letters, digits, dots, underscores, colons and hyphens, beginning with a letter or digit
 */
public record WarehouseId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WarehouseId {
        Identifiers.requireValid("warehouse id", value);
    }

    /** The warehouse that is meant when none is named. */
    public static final WarehouseId MAIN = new WarehouseId("main");

    /** The name of the warehouse's stream in the event store. */
    public String stream() {
        return "warehouse-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
