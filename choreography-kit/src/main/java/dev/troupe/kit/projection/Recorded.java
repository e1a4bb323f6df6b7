package dev.troupe.kit.projection;

import java.time.Instant;

/**
 * What the store knows of a fact beside its content.
 *
 * @param position its position in the store
 * @param recordedAt when the store recorded it
 * @param flowId the flow it belongs to
 */
public record Recorded(long position, Instant recordedAt, String flowId) {}
