package dev.troupe.spring.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a {@code Content-Type} that names a range of types, which Spring would take for a fault of its own, and forms: no request is one, and
 * whoever asks for a parameter would have the body taken apart as if it were.
 */
public final class ContentTypeFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    public ContentTypeFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNeverTaken(request.getContentType())) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    new HttpMediaTypeNotSupportedException("Bodies of this type are not taken; send JSON."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isNeverTaken(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.isWildcardType()
                    || type.isWildcardSubtype()
                    || MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type);
        } catch (InvalidMediaTypeException e) {
            return false; // refused by Spring itself
        }
    }
}
