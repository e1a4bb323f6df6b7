package dev.troupe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one order; it is also the id of the order's flow.
 *
 * @param value 1 to 100 letters, digits, dots, underscores, colons and hyphens, beginning with a letter or digit
 */
public record OrderId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Identifiers.requireValid("order id", value);
    }

    /** The name of the order's stream in the event store. */
    public String stream() {
        return "order-" + value;
    }

    /** The name of the stream of the order's payment in the event store. */
    public String paymentStream() {
        return "payment-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
