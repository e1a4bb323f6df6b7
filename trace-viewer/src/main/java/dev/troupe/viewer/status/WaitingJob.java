package dev.troupe.viewer.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job or deadline that a service still has to do.
 *
 * @param service the schema it waits in, such as {@code payment}
 * @param name its kind
 * @param key names it among those of its kind
 * @param causationId the event that asked for it
 * @param attempt how often it was tried before
 * @param waitingFor why it was not done the last time
 * @param due when it is tried next
 * @param picked whether it is being done right now
 */
public record WaitingJob(
        String service,
        String name,
        String key,
        String flowId,
        String causationId,
        int attempt,
        @Nullable String waitingFor,
        Instant due,
        boolean picked) {}
