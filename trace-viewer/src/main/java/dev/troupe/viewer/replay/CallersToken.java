package dev.troupe.viewer.replay;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The token that the present request brought, to be passed on. */
final class CallersToken {

    private static final String BEARER = "Bearer ";

    private CallersToken() {}

    static @Nullable String current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            String header = request.getRequest().getHeader("Authorization");
            return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
        }
        return null;
    }
}
