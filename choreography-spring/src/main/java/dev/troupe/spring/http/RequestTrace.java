package dev.troupe.spring.http;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** The trace that a request belongs to, for whoever answers it after its span has ended. */
public final class RequestTrace {

    private static final String ATTRIBUTE = RequestTrace.class.getName();

    private RequestTrace() {}

    /** The id of the request's trace; none where requests are not traced. */
    public static Optional<String> idOf(ServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    static void set(ServletRequest request, String traceId) {
        request.setAttribute(ATTRIBUTE, traceId);
    }
}
