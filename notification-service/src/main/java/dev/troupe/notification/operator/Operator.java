package dev.troupe.notification.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;

/** Who changes something. */
final class Operator {

    private Operator() {}

    /** The name of whoever makes the present request. */
    static String name() {
        return ServerRequestContext.currentRequest()
                .flatMap(HttpRequest::getUserPrincipal)
                .orElseThrow(() -> new IllegalStateException("nobody gets here unknown"))
                .getName();
    }
}
