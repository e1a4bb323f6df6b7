package dev.troupe.kit.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, or that waits behind one of the same flow.
 *
 * @param id names the letter
 * @param processor who could not handle it
 * @param flowId the flow that waits behind it
 * @param position where the event stands in the store
 * @param eventId the event's id
 * @param eventType the name of its fact
 * @param causeType what kind of failure it was; absent if it only waits behind another
 * @param causeMessage what went wrong, in the words of the failure
 * @param attempts how often it was tried
 * @param parkedAt since when it waits
 * @param lastTriedAt when it was tried again last, if it was
 * @param nextTryAt when it is tried again by itself; absent if it waits for a person, or behind another
 * @param edited whether an edited payload is used when it is tried again
 */
public record DeadLetter(
        long id,
        String processor,
        String flowId,
        long position,
        String eventId,
        String eventType,
        @Nullable String causeType,
        @Nullable String causeMessage,
        int attempts,
        Instant parkedAt,
        @Nullable Instant lastTriedAt,
        @Nullable Instant nextTryAt,
        boolean edited) {}
