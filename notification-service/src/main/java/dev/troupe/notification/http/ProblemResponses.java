package dev.troupe.notification.http;

import dev.troupe.kit.store.Outage;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Turns whatever goes wrong in a request into a problem; of faults of our own it says nothing but where to look. */
@Singleton
@Primary
@Replaces(ErrorResponseProcessor.class)
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    private static final Map<Integer, String> TYPES = Map.of(
            400, "invalid-request",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "body-too-large",
            415, "unsupported-media-type",
            503, "unavailable");
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        int status = response.code();
        if (status == INTERNAL_ERROR
                && context.getRootCause().filter(Outage::isBehind).isPresent()) {
            return answer(
                    response,
                    Problem.of(
                            context.getRequest(),
                            "unavailable",
                            UNAVAILABLE,
                            "The service cannot reach its database or is too busy; try again in a moment.",
                            List.of()));
        }
        String type = TYPES.getOrDefault(status, status < INTERNAL_ERROR ? "invalid-request" : "internal-error");
        return answer(response, Problem.of(context.getRequest(), type, status, null, List.of()));
    }

    static MutableHttpResponse<Problem> answer(MutableHttpResponse<?> response, Problem problem) {
        if (problem.status() == UNAVAILABLE && !response.getHeaders().contains(HttpHeaders.RETRY_AFTER)) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem);
    }
}
