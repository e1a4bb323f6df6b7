package dev.troupe.viewer.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a service could not handle and holds as a dead letter, or that waits behind one.
 *
 * @param service the schema it waits in, such as {@code payment}
 * @param cause what went wrong; absent if it only waits behind another
 * @param nextTryAt when the service tries it again by itself; absent if it has given up
 */
public record ParkedLetter(
        String service,
        long id,
        String processor,
        String flowId,
        long position,
        String eventType,
        @Nullable String cause,
        int attempts,
        Instant parkedAt,
        @Nullable Instant nextTryAt) {}
