package dev.troupe.notification.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type never changes once published
 * @param detail what is wrong and what to do about it; absent where the fault is ours
 * @param instance the path that was asked for
 * @param traceId the trace in which it happened
 * @param errors the mistakes, each named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "A problem, as of RFC 9457")
public record Problem(
        @Schema(example = "urn:troupe:problem:notification-not-found")
        String type,

        @Schema(example = "Notification not found") String title,
        @Schema(example = "404") int status,
        @Nullable String detail,
        String instance,
        @Nullable String traceId,
        List<Mistake> errors) {

    private static final String TYPE_PREFIX = "urn:troupe:problem:";

    /**
     * A problem with a request.
     *
     * @param type the last part of its type; its title is the same in words
     */
    static Problem of(HttpRequest<?> request, String type, int status, @Nullable String detail, List<Mistake> errors) {
        return new Problem(
                TYPE_PREFIX + type,
                titleOf(type),
                status,
                detail,
                request.getPath(),
                TracingFilter.traceIdOf(request),
                errors);
    }

    /** The last part of its type. */
    String reason() {
        return type.substring(TYPE_PREFIX.length());
    }

    private static String titleOf(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
