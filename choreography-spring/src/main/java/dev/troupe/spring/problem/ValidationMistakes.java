package dev.troupe.spring.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Says what Bean Validation and the conversion of parameters found wrong, without repeating values. */
final class ValidationMistakes {

    private ValidationMistakes() {}

    static List<Mistake> of(MethodArgumentNotValidException failure) {
        return failure.getBindingResult().getAllErrors().stream()
                .map(error -> Mistake.at(
                        error instanceof FieldError field ? pointerTo(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage())))
                .sorted(java.util.Comparator.comparing(mistake -> String.valueOf(mistake.pointer())))
                .toList();
    }

    static List<Mistake> of(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Mistake.in(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    static Mistake of(TypeMismatchException failure) {
        return Mistake.in(String.valueOf(failure.getPropertyName()), what(failure));
    }

    private static String what(TypeMismatchException failure) {
        Class<?> type = failure.getRequiredType();
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (failure.getCause() instanceof ConversionFailedException conversion
                && conversion.getCause() instanceof IllegalArgumentException why
                && !(why instanceof NumberFormatException)) {
            return String.valueOf(why.getMessage());
        }
        return type == int.class || type == long.class || type == Integer.class || type == Long.class
                ? "must be a whole number"
                : "has the wrong form";
    }

    /** From {@code lines[3].quantity} to {@code /lines/3/quantity}. */
    private static String pointerTo(String field) {
        return "/" + field.replace("].", "/").replace('[', '/').replace("]", "").replace('.', '/');
    }
}
