package dev.troupe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one kind of goods that is kept in stock.
 *
 * @param value 1 to 100 letters, digits, dots, underscores, colons and hyphens, beginning with a letter or digit
 */
public record Sku(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        Identifiers.requireValid("SKU", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
