package dev.troupe.spring.problem;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in a person's words what is wrong with a JSON text, without class names and without repeating values, which may be personal. */
final class JsonMistakes {

    private JsonMistakes() {}

    /** Whether the text is JSON at all, so that there is a place in it to point to. */
    static boolean isWellFormed(JacksonException failure) {
        return failure instanceof InputCoercionException
                || failure instanceof DatabindException && !hasMoreBehind(failure);
    }

    /** A second value after the first is recognised by Jackson's words alone. */
    private static boolean hasMoreBehind(JacksonException failure) {
        return failure.getPath().isEmpty() && failure.getOriginalMessage().startsWith("Trailing token");
    }

    /** Where it is not JSON. */
    static String whereMalformed(JacksonException failure) {
        return failure.getLocation() == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON; look at line %d, column %d."
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    /** What is wrong in well-formed JSON. */
    static Mistake of(JacksonException failure) {
        return Mistake.at(pointerTo(failure.getPath()), what(failure));
    }

    private static String what(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "is not a known field";
            case InvalidFormatException format -> expected(format.getTargetType());
            case ValueInstantiationException value
            when value.getCause() instanceof IllegalArgumentException why -> String.valueOf(why.getMessage());
            case InputCoercionException number -> "must be a whole number";
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> "cannot be read";
        };
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be an ISO-8601 instant such as 2026-01-31T12:00:00Z";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "must be a whole number";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return type == String.class ? "must be a text" : "is missing or has the wrong type";
    }

    private static String pointerTo(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
