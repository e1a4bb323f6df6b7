package dev.troupe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one customer, who is also the subject of the customer's sealed personal values.
 *
 * @param value 1 to 100 letters, digits, dots, underscores, colons and hyphens, beginning with a letter or digit
 */
public record CustomerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        Identifiers.requireValid("customer id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
