package dev.troupe.events.upcast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;

/** The steps upcasters are made of. A step whose field is not there changes nothing. */
public final class Fields {

    private Fields() {}

    /** Gives a field another name. */
    public static void rename(ObjectNode payload, String from, String to) {
        JsonNode value = payload.remove(from);
        if (value != null) {
            payload.set(to, value);
        }
    }

    /** Replaces one text by several fields. */
    public static void split(ObjectNode payload, String field, Function<String, Map<String, String>> parts) {
        JsonNode value = payload.remove(field);
        if (value != null) {
            parts.apply(value.asText()).forEach(payload::put);
        }
    }

    /** Adds a field where it is missing. */
    public static void withDefault(ObjectNode payload, String field, String value) {
        if (!payload.hasNonNull(field)) {
            payload.put(field, value);
        }
    }

    /**
     * Expresses a number in a unit so many times smaller, and says so in its name.
     *
     * @throws ArithmeticException if it is not a whole number of the smaller unit
     */
    public static void toSmallerUnit(ObjectNode payload, String from, String to, int factor) {
        JsonNode value = payload.remove(from);
        if (value != null && value.isNumber()) {
            BigDecimal scaled = value.decimalValue().multiply(BigDecimal.valueOf(factor));
            payload.put(to, scaled.setScale(0, RoundingMode.UNNECESSARY).longValueExact());
        }
    }
}
