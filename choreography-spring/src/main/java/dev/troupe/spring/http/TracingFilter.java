package dev.troupe.spring.http;

import dev.troupe.kit.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each request a span, in the trace of the caller if it names one, and lets log lines say which trace they belong to. */
public final class TracingFilter extends OncePerRequestFilter {

    private static final String LOGGED = "traceId";

    private final Telemetry telemetry;

    public TracingFilter(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = telemetry.start(request.getMethod(), SpanKind.SERVER, request.getHeader("traceparent"));
        String traceId = span.getSpanContext().getTraceId();
        RequestTrace.set(request, traceId);
        try (Scope scope = span.makeCurrent();
                MDC.MDCCloseable logged = MDC.putCloseable(LOGGED, traceId)) {
            chain.doFilter(request, response);
        } finally {
            describe(span, request, response);
            span.end();
        }
    }

    /** The route stands in for the path, whose ids would make every span's name its own; the query may name customers. */
    private static void describe(Span span, HttpServletRequest request, HttpServletResponse response) {
        span.setAttribute("http.request.method", request.getMethod());
        span.setAttribute("http.response.status_code", response.getStatus());
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            span.setAttribute("http.route", route.toString());
            span.updateName(request.getMethod() + " " + route);
        }
        if (response.getStatus() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
