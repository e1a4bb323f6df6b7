package dev.troupe.spring.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks the rules that all services share. */
final class RoleCheck implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessRules rules;

    RoleCheck(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        Optional<Role> needed = roleFor(context.getRequest());
        return new AuthorizationDecision(
                needed.isEmpty() || has(caller.get(), needed.get().label()));
    }

    Optional<Role> roleFor(HttpServletRequest request) {
        return rules.roleFor(request.getMethod(), request.getRequestURI());
    }

    private static boolean has(@Nullable Authentication caller, String role) {
        return caller != null
                && caller.getAuthorities().stream().anyMatch(authority -> role.equals(authority.getAuthority()));
    }
}
