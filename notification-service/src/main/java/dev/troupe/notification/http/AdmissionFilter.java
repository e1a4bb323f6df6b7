package dev.troupe.notification.http;

import dev.troupe.kit.admission.Admission;
import dev.troupe.kit.admission.Admission.Decision;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;

/** Takes on a request that changes something, or says when to come back. Operators are always let in. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter {

    private static final String DECISION = AdmissionFilter.class.getName();

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        if (concerns(request)) {
            Decision decision = admission.decide(clientOf(request), false);
            request.setAttribute(DECISION, decision);
            if (decision.refusal() != null) {
                throw decision.refusal();
            }
        }
    }

    @ResponseFilter
    void done(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.removeAttribute(DECISION, Decision.class).ifPresent(decision -> {
            decision.headers().forEach(response::header);
            if (decision.refusal() == null) {
                admission.done();
            }
        });
    }

    private static boolean concerns(HttpRequest<?> request) {
        return HttpMethod.permitsRequestBody(request.getMethod())
                && !request.getPath().startsWith("/operator/");
    }

    private static String clientOf(HttpRequest<?> request) {
        return request.getUserPrincipal()
                .map(Principal::getName)
                .orElseGet(() -> request.getRemoteAddress().getAddress().getHostAddress());
    }
}
