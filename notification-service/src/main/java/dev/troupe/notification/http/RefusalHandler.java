package dev.troupe.notification.http;

import dev.troupe.kit.problem.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers what the service refuses. */
@Singleton
public final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, Refusal refusal) {
        MutableHttpResponse<Object> answer = HttpResponse.ok();
        refusal.retryAfterSeconds()
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return ProblemResponses.answer(
                answer, Problem.of(request, refusal.type(), refusal.status(), refusal.detail(), List.of()));
    }
}
