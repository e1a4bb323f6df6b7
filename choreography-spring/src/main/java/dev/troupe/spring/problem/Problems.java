package dev.troupe.spring.problem;

import dev.troupe.spring.http.RequestTrace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problems: a type that never changes, what is wrong, and the trace in which it happened. */
public final class Problems {

    /** What the type of every problem begins with. */
    public static final String TYPE_PREFIX = "urn:troupe:problem:";

    private Problems() {}

    /**
     * A problem with the request.
     *
     * @param type the last part of its type, such as {@code order-not-found}; its title is the same in words
     * @param detail what is wrong and what to do about it
     */
    public static ProblemDetail of(HttpServletRequest request, String type, HttpStatusCode status, String detail) {
        ProblemDetail problem = bare(request, type, status);
        problem.setDetail(detail);
        return problem;
    }

    /** A problem with parts of the request, each named. */
    public static ProblemDetail of(
            HttpServletRequest request, String type, HttpStatusCode status, String detail, List<Mistake> mistakes) {
        ProblemDetail problem = of(request, type, status, detail);
        if (!mistakes.isEmpty()) {
            problem.setProperty("errors", mistakes);
        }
        return problem;
    }

    /** A problem that is ours, of which nothing is said but where to look. */
    public static ProblemDetail bare(HttpServletRequest request, String type, HttpStatusCode status) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE_PREFIX + type));
        problem.setTitle(titleOf(type));
        problem.setInstance(instanceOf(request));
        RequestTrace.idOf(request).ifPresent(traceId -> problem.setProperty("traceId", traceId));
        return problem;
    }

    static String titleOf(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static URI instanceOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return URI.create(failed == null ? request.getRequestURI() : failed.toString());
    }
}
