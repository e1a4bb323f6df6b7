package dev.troupe.provider.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one JSON object one by one, and in the end insists that there were no others. */
public final class JsonFields {

    private static final int LONGEST_QUOTE = 60;

    private final JsonNode object;
    private final Set<String> taken = new LinkedHashSet<>();

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads one JSON object.
     *
     * @throws InvalidInput if the text is not JSON or not an object
     */
    public static JsonFields parse(byte[] text) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInput("malformed-json", "this is not JSON: " + whatAndWhere(e));
        } catch (IOException e) {
            throw new InvalidInput("malformed-json", "this is not JSON: it is not readable as UTF-8");
        }
        if (!node.isObject()) {
            throw new InvalidInput("malformed-json", "a JSON object is needed");
        }
        return new JsonFields(node);
    }

    /** A whole number that must be there. */
    public long wholeNumber(String name, long least, long most) {
        JsonNode value = take(name);
        if (value == null) {
            throw missing(name);
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw invalid(name, "a whole number from %d to %d".formatted(least, most), value);
        }
        return value.longValue();
    }

    /** A whole number, or {@code otherwise} where it is absent. */
    public long wholeNumber(String name, long least, long most, long otherwise) {
        return object.has(name) ? wholeNumber(name, least, most) : absent(name, otherwise);
    }

    /** A number that need not be whole, or {@code otherwise} where it is absent. */
    public double number(String name, double least, double most, double otherwise) {
        JsonNode value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            throw invalid(name, "a number from %.0f to %.0f".formatted(least, most), value);
        }
        return value.doubleValue();
    }

    /** True or false, or {@code otherwise} where it is absent. */
    public boolean flag(String name, boolean otherwise) {
        JsonNode value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /** A text that must be there: not blank, without control characters, at most {@code longest} characters. */
    public String text(String name, int longest) {
        JsonNode value = take(name);
        if (value == null) {
            throw missing(name);
        }
        if (!value.isTextual() || !isPlain(value.textValue(), longest)) {
            throw invalid(name, "a text of 1 to %d printable characters".formatted(longest), value);
        }
        return value.textValue();
    }

    /** A list of texts, empty where it is absent. */
    public List<String> texts(String name, int longest) {
        JsonNode values = take(name);
        if (values == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isTextual() || !isPlain(value.textValue(), longest)) {
                throw invalid(name, "a list of texts of 1 to %d printable characters".formatted(longest), value);
            }
            texts.add(value.textValue());
        }
        if (!values.isArray()) {
            throw invalid(name, "a list of texts", values);
        }
        return List.copyOf(texts);
    }

    /**
     * Call last.
     *
     * @throws InvalidInput if the object has a field that nobody took
     */
    public void nothingElse() {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!taken.contains(name)) {
                throw new InvalidInput(
                        "invalid-request",
                        "unknown field '%s'; known are %s".formatted(shortened(name), String.join(", ", taken)));
            }
        }
    }

    private @Nullable JsonNode take(String name) {
        taken.add(name);
        return object.get(name);
    }

    private long absent(String name, long otherwise) {
        taken.add(name);
        return otherwise;
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private static InvalidInput missing(String name) {
        return new InvalidInput("invalid-request", "field '%s' is missing".formatted(name));
    }

    private static InvalidInput invalid(String name, String wanted, JsonNode found) {
        return new InvalidInput(
                "invalid-request",
                "field '%s' must be %s, not %s".formatted(name, wanted, shortened(found.toString())));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String whatAndWhere(JsonProcessingException e) {
        var where = e.getLocation();
        String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return where == null ? what : "%s (line %d, column %d)".formatted(what, where.getLineNr(), where.getColumnNr());
    }
}
