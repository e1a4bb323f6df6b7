package dev.troupe.kit.telemetry;

import io.opentelemetry.api.trace.Span;
import org.slf4j.MDC;

/** Lets the log lines of what is being done say for which flow and in which trace, so that one leads to the others. */
public final class LogContext implements AutoCloseable {

    private static final String FLOW = "flowId";
    private static final String TRACE = "traceId";

    private LogContext() {}

    /** From now on, until it is closed: the flow, and the trace of the current span. */
    public static LogContext of(String flowId) {
        MDC.put(FLOW, flowId);
        MDC.put(TRACE, Span.current().getSpanContext().getTraceId());
        return new LogContext();
    }

    @Override
    public void close() {
        MDC.remove(FLOW);
        MDC.remove(TRACE);
    }
}
