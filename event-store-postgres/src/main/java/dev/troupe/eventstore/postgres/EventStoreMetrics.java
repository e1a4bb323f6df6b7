package dev.troupe.eventstore.postgres;

import java.time.Duration;

/** What the store tells about itself; called from its own threads, so implementations return at once. */
public interface EventStoreMetrics {

    /** Tells nobody. */
    EventStoreMetrics NONE = new EventStoreMetrics() {};

    /** So many events were inserted and committed by one statement. */
    default void appended(int events) {}

    /** So many transactions that appended were committed together, in one round trip. */
    default void committedTogether(int transactions) {}

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
