package dev.troupe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one kind of goods that is kept in stock.
 *
 * <p>Unlike the ids that Troupe derives itself, a SKU is a shop's own name for its goods ({@code 85123A}, {@code BANK CHARGES}), so
 * whatever can be printed is allowed.
 *
 * @param value 1 to 100 printable characters, with spaces only between others
 */
public record Sku(@JsonValue String value) {

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{C}\\p{Z}]+( +[^\\p{C}\\p{Z}]+)*");
    private static final int LONGEST = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        if (value.length() > LONGEST || !isPrintable(value)) {
            throw new IllegalArgumentException(
                    "not a valid SKU: it must be 1 to 100 printable characters, with spaces only between others");
        }
    }

    private static boolean isPrintable(String value) {
        return Identifiers.isAlphanumeric(value) || PRINTABLE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
