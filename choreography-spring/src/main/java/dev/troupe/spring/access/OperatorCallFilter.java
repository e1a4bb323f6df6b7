package dev.troupe.spring.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.access.OperatorCalls.Call;
import dev.troupe.spring.http.RequestTrace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Records what operators do. Stands before whatever refuses them, so that refusals are recorded too. */
final class OperatorCallFilter extends OncePerRequestFilter {

    private static final int FAILED = 500;

    private final AccessRules rules;
    private final OperatorCalls calls;
    private final HandlerExceptionResolver problems;

    OperatorCallFilter(AccessRules rules, OperatorCalls calls, HandlerExceptionResolver problems) {
        this.rules = rules;
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !rules.isRecorded(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            chain.doFilter(request, response); // nobody known: it is refused next
            return;
        }
        long id;
        try {
            id = calls.begun(new Call(
                    caller.getName(),
                    request.getMethod(),
                    request.getRequestURI(),
                    RequestTrace.idOf(request).orElse(null)));
        } catch (IllegalStateException unrecorded) {
            problems.resolveException(request, response, null, unrecorded);
            return;
        }
        int status = FAILED;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            calls.ended(id, status);
        }
    }
}
