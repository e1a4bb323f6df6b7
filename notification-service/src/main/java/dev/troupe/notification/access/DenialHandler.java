package dev.troupe.notification.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.Denied;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.notification.http.Problem;
import dev.troupe.notification.http.RefusalHandler;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells the unknown and the unauthorized apart, each with a problem; what the latter wanted is recorded. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class DenialHandler implements ExceptionHandler<AuthorizationException, HttpResponse<Problem>> {

    private final AccessRules rules;
    private final OperatorCalls calls;
    private final RefusalHandler problems;

    DenialHandler(AccessRules rules, OperatorCalls calls, RefusalHandler problems) {
        this.rules = rules;
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    @ExecuteOn(TaskExecutors.BLOCKING)
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, AuthorizationException denied) {
        return denied((HttpRequest<?>) request, denied.getAuthentication());
    }

    private HttpResponse<Problem> denied(HttpRequest<?> request, @Nullable Authentication caller) {
        if (caller == null) {
            return ((MutableHttpResponse<Problem>) problems.handle(request, Denied.unknown()))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (rules.isRecorded(request.getMethodName(), request.getPath())) {
            calls.refused(OperatorCallFilter.callOf(request, caller));
        }
        return problems.handle(
                request,
                Denied.lacking(rules.roleFor(request.getMethodName(), request.getPath())
                        .orElseThrow()));
    }
}
