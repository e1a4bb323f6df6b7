package dev.troupe.spring.operator;

import static java.util.Objects.requireNonNull;

import org.springframework.security.core.context.SecurityContextHolder;

/** Who changes something. */
final class Operator {

    private Operator() {}

    /** The name of whoever makes the present request. */
    static String name() {
        return requireNonNull(SecurityContextHolder.getContext().getAuthentication(), "nobody gets here unknown")
                .getName();
    }
}
