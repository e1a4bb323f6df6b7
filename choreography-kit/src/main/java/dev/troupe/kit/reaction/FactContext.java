package dev.troupe.kit.reaction;

import java.time.Instant;

/**
 * Where a fact stands.
 *
 * @param eventId the event's id in the store; derive keys from it, never from chance
 * @param flowId the flow the event belongs to
 * @param position the event's position in the store
 * @param recordedAt when the store recorded it
 */
public record FactContext(String eventId, String flowId, long position, Instant recordedAt) {}
