package dev.troupe.eventstore.postgres;

import java.time.Duration;

/** What the store tells about itself; called from its own threads, so implementations return at once. */
public interface EventStoreMetrics {

    /** Tells nobody. */
    EventStoreMetrics NONE = new EventStoreMetrics() {};

    /** A number of events was inserted by one statement; their transaction is still open. */
    default void appended(int events) {}

    /** Everything up to this position has been read in order. */
    default void settled(long position) {}

    /**
     * Readers wait behind a position that is drawn and not yet committed; called again and again while they do. Worth an alert above a
     * few seconds: an appending transaction is left open.
     */
    default void waitingBehindHole(long position, Duration soFar) {}

    /** A hole was filled by a commit or found to be dead, after this time. */
    default void holeResolved(Duration waited) {}
}
