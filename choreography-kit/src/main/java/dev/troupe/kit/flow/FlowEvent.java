package dev.troupe.kit.flow;

import java.time.Instant;

/**
 * An event as its flow sees it.
 *
 * @param position its position in the store
 * @param flowId the flow it belongs to
 * @param type the name of the fact
 * @param recordedAt when the store recorded it
 */
public record FlowEvent(long position, String flowId, String type, Instant recordedAt) {}
