package dev.troupe.spring.http;

import dev.troupe.kit.admission.Admission;
import dev.troupe.kit.admission.Admission.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes on a request that changes something, or says when to come back, before its body is read. Operators are always let in. */
public final class AdmissionInterceptor implements HandlerInterceptor {

    private final Admission admission;

    public AdmissionInterceptor(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (concerns(request)) {
            boolean startsFlow =
                    handler instanceof HandlerMethod method && method.hasMethodAnnotation(StartsFlow.class);
            Decision decision = admission.decide(clientOf(request), startsFlow);
            decision.headers().forEach(response::setHeader);
            if (decision.refusal() != null) {
                throw decision.refusal();
            }
        }
        return true;
    }

    /** Only called for what {@code preHandle} has let in. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (concerns(request)) {
            admission.done();
        }
    }

    private static boolean concerns(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD")
                && !request.getMethod().equals("OPTIONS")
                && !request.getRequestURI().startsWith("/operator/");
    }

    private static String clientOf(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        return caller == null ? request.getRemoteAddr() : caller.getName();
    }
}
