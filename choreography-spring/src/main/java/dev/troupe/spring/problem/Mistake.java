package dev.troupe.spring.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in a request; never repeats the value, which may be personal.
 *
 * @param pointer where in the body, as a JSON pointer
 * @param parameter the name of the path, query or header parameter, if the mistake is there
 * @param detail what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mistake(@Nullable String pointer, @Nullable String parameter, String detail) {

    /** A mistake in the body. */
    public static Mistake at(String pointer, String detail) {
        return new Mistake(pointer, null, detail);
    }

    /** A mistake in a path, query or header parameter. */
    public static Mistake in(String parameter, String detail) {
        return new Mistake(null, parameter, detail);
    }
}
