package dev.troupe.notification.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.Role;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Asks the rules that all services share; it decides alone. */
@Singleton
final class RoleRule implements SecurityRule<HttpRequest<?>> {

    private final AccessRules rules;

    RoleRule(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication caller) {
        return Publishers.just(isAllowed(request, caller) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Management has a port of its own, for whoever watches the service; nothing can be changed there. */
    private boolean isAllowed(HttpRequest<?> request, @Nullable Authentication caller) {
        if (isManagement(request)) {
            return true;
        }
        if (caller == null && request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            return false; // whoever shows a token that is not valid is told so, even where none is needed
        }
        Optional<Role> needed = rules.roleFor(request.getMethodName(), request.getPath());
        return needed.isEmpty()
                || caller != null && caller.getRoles().contains(needed.get().label());
    }

    private static boolean isManagement(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> route.getAnnotationMetadata().hasStereotype(Endpoint.class))
                .isPresent();
    }
}
