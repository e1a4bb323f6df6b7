package dev.troupe.spring.problem;

import dev.troupe.kit.metrics.RefusedRequests;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.store.Outage;
import dev.troupe.spring.http.BodyTooLargeException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Turns whatever goes wrong in a request into a problem. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Map<Integer, String> TYPES = Map.of(
            400, "invalid-request",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "body-too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    private final MeterRegistry meters;

    public ProblemAdvice(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(refusal.status());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        refusal.retryAfterSeconds()
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return answer.body(Problems.of(request, refusal.type(), status, refusal.detail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException tooLarge, HttpServletRequest request) {
        return answer(Problems.of(
                request, "body-too-large", HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequestException invalid, HttpServletRequest request) {
        return answer(Problems.of(
                request,
                "invalid-request",
                HttpStatus.BAD_REQUEST,
                "The body is not what this request needs.",
                invalid.mistakes()));
    }

    /** What the firewall takes exception to may be personal, so it is neither repeated nor logged. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(
            @SuppressWarnings("unused") RequestRejectedException rejected, HttpServletRequest request) {
        return answer(Problems.of(
                request,
                "invalid-request",
                HttpStatus.BAD_REQUEST,
                "A header, parameter or form field has a name or value that is not allowed. Bodies are JSON."));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(Exception failure, HttpServletRequest request) {
        if (isClientGone(failure)) {
            return null;
        }
        if (Outage.isBehind(failure)) {
            log.warn(
                    "{} {} cannot be answered now: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.toString());
            return answer(Problems.of(
                    request,
                    "unavailable",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The service cannot reach its database or is too busy; try again in a moment."));
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(Problems.bare(request, "internal-error", HttpStatus.INTERNAL_SERVER_ERROR));
    }

    /**
     * Nobody waits for an answer any more. Only what happens while a request is read or an answer written: the connections of a service
     * itself end with the same exceptions, but inside others, and of those the client has to be told.
     */
    private static boolean isClientGone(Exception failure) {
        return (failure instanceof IOException || failure instanceof HttpMessageConversionException)
                && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return widen(tooLarge(tooLarge, servlet(request)));
            }
        }
        if (!(failure.getCause() instanceof JacksonException json)) {
            return invalid("The body is missing.", List.of(), request);
        }
        if (!JsonMistakes.isWellFormed(json)) {
            return widen(
                    answer(Problems.of(servlet(request), "malformed-json", status, JsonMistakes.whereMalformed(json))));
        }
        return invalid("The body is not what this request needs.", List.of(JsonMistakes.of(json)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid("The body is not what this request needs.", ValidationMistakes.of(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid("A parameter is not what this request needs.", ValidationMistakes.of(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid("A parameter is not what this request needs.", List.of(ValidationMistakes.of(failure)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String type = TYPES.get(status.value());
        if (type == null) {
            return widen(unexpected(failure, servlet(request)));
        }
        counted(type, status);
        ProblemDetail problem = body instanceof ProblemDetail given && given.getDetail() != null
                ? Problems.of(servlet(request), type, status, given.getDetail())
                : Problems.bare(servlet(request), type, status);
        return new ResponseEntity<>(problem, headers, status);
    }

    private @Nullable ResponseEntity<Object> invalid(String detail, List<Mistake> mistakes, WebRequest request) {
        return widen(
                answer(Problems.of(servlet(request), "invalid-request", HttpStatus.BAD_REQUEST, detail, mistakes)));
    }

    private void counted(String type, HttpStatusCode status) {
        if (status.is4xxClientError()) {
            RefusedRequests.count(meters, type);
        }
    }

    private ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        counted(
                String.valueOf(problem.getType()).substring(Problems.TYPE_PREFIX.length()),
                HttpStatusCode.valueOf(problem.getStatus()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }

    private static @Nullable ResponseEntity<Object> widen(@Nullable ResponseEntity<ProblemDetail> answer) {
        if (answer == null) {
            return null;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
