package dev.troupe.eventstore.postgres;

/**
 * An event to append, and where it takes its place from.
 *
 * @param follows whether the store must already have the event before it in its stream
 */
record PlacedEvent(NewEvent event, boolean follows) {}
