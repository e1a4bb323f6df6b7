package dev.troupe.kit.replay;

/**
 * How fast a replay goes at most.
 *
 * @param eventsPerSecond 0 for as fast as it can
 */
public record Throttle(int eventsPerSecond) {}
