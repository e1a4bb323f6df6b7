package dev.troupe.notification.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers requests with parameters that mean nothing. */
@Singleton
final class InvalidRequestHandler implements ExceptionHandler<InvalidRequestException, HttpResponse<Problem>> {

    private static final int BAD_REQUEST = 400;

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, InvalidRequestException invalid) {
        return ProblemResponses.answer(
                HttpResponse.ok(),
                Problem.of(
                        request,
                        "invalid-request",
                        BAD_REQUEST,
                        "A parameter is not what this request needs.",
                        invalid.mistakes()));
    }
}
