package dev.troupe.notification.http;

import dev.troupe.kit.telemetry.Telemetry;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** Gives each request a span, in the trace of the caller if it names one, and lets log lines say which trace they belong to. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class TracingFilter implements Ordered {

    private static final String SPAN = TracingFilter.class.getName();
    private static final int SERVER_ERRORS = 500;

    private final Telemetry telemetry;

    TracingFilter(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Span span = telemetry.start(
                request.getMethodName(), SpanKind.SERVER, request.getHeaders().get("traceparent"));
        request.setAttribute(SPAN, span);
        context.add(new CurrentSpan(span));
    }

    /** The route stands in for the path, whose ids would make every span's name its own. */
    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(SPAN, Span.class).ifPresent(span -> {
            span.setAttribute("http.request.method", request.getMethodName());
            span.setAttribute("http.response.status_code", response.code());
            BasicHttpAttributes.getUriTemplate(request).ifPresent(route -> {
                span.setAttribute("http.route", route);
                span.updateName(request.getMethodName() + " " + route);
            });
            if (response.code() >= SERVER_ERRORS) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    /** The id of the request's trace; none for what never got as far as this filter. */
    public static @Nullable String traceIdOf(HttpRequest<?> request) {
        return request.getAttribute(SPAN, Span.class)
                .map(span -> span.getSpanContext().getTraceId())
                .orElse(null);
    }
}
