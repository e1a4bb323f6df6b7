package dev.troupe.kit.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job or deadline that is still to be done.
 *
 * @param kind the name under which jobs of its kind are stored
 * @param key names it among those of its kind
 * @param flowId the flow it works for
 * @param attempt how often it was tried before
 * @param waitingFor why it was not done the last time; absent if it was not tried yet
 * @param dueAt when it is tried next
 * @param priority the higher goes first
 * @param running whether it is being done at this moment
 */
public record WaitingJob(
        String kind,
        String key,
        String flowId,
        int attempt,
        @Nullable String waitingFor,
        Instant dueAt,
        int priority,
        boolean running) {}
