package dev.troupe.notification.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.access.OperatorCalls.Call;
import dev.troupe.notification.http.TracingFilter;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.Principal;

/** Records what operators do, once they are let through; {@link DenialHandler} records what is refused. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OperatorCallFilter implements Ordered {

    private static final String NUMBER = OperatorCallFilter.class.getName();

    private final AccessRules rules;
    private final OperatorCalls calls;

    OperatorCallFilter(AccessRules rules, OperatorCalls calls) {
        this.rules = rules;
        this.calls = calls;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void begin(HttpRequest<?> request) {
        if (rules.isRecorded(request.getMethodName(), request.getPath())) {
            request.getUserPrincipal()
                    .ifPresent(caller -> request.setAttribute(NUMBER, calls.begun(callOf(request, caller))));
        }
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(NUMBER, Long.class).ifPresent(number -> calls.ended(number, response.code()));
    }

    static Call callOf(HttpRequest<?> request, Principal caller) {
        return new Call(caller.getName(), request.getMethodName(), request.getPath(), TracingFilter.traceIdOf(request));
    }
}
