package dev.troupe.notification.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.security.Principal;

/** Who changes something. */
final class Operator {

    /** Who only looks need not be known in development mode; Spring Security calls them the same. */
    private static final String NOBODY_KNOWN = "anonymousUser";

    private Operator() {}

    /** The name of whoever makes the present request. */
    static String name() {
        return ServerRequestContext.currentRequest()
                .flatMap(HttpRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse(NOBODY_KNOWN);
    }
}
