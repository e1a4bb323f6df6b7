package dev.troupe.notification.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.slf4j.MDC;

/** Makes a request's span current on whichever thread works for the request. */
record CurrentSpan(Span span) implements ThreadPropagatedContextElement<Scope> {

    private static final String LOGGED = "traceId";

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Micronaut hands it back to be closed
    public Scope updateThreadContext() {
        MDC.put(LOGGED, span.getSpanContext().getTraceId());
        return span.makeCurrent();
    }

    @Override
    public void restoreThreadContext(Scope scope) {
        scope.close();
        MDC.remove(LOGGED);
    }
}
