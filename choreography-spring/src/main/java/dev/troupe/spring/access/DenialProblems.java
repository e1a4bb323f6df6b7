package dev.troupe.spring.access;

import dev.troupe.kit.access.Denied;
import dev.troupe.kit.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells the unknown and the unauthorized apart, each with a problem. */
final class DenialProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;
    private final RoleCheck roles;

    DenialProblems(HandlerExceptionResolver problems, RoleCheck roles) {
        this.problems = problems;
        this.roles = roles;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unknownCaller) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.resolveException(request, response, null, Denied.unknown());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        Role lacking = roles.roleFor(request).orElseThrow();
        problems.resolveException(request, response, null, Denied.lacking(lacking));
    }
}
