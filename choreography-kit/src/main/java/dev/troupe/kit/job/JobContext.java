package dev.troupe.kit.job;

import java.time.Instant;

/**
 * Where a job stands.
 *
 * @param key names the job among those of its kind
 * @param flowId the flow it works for
 * @param attempt how often it was tried before, from 0
 * @param requestedAt when the fact that asked for it was recorded
 */
public record JobContext(String key, String flowId, int attempt, Instant requestedAt) {}
