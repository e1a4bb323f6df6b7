package dev.troupe.eventstore.postgres;

import java.time.Duration;

/** How long ago this process heard last that something was committed, by itself or by another. */
final class Silence {

    private volatile long since = System.nanoTime();

    /** It was heard right now. */
    void broken() {
        since = System.nanoTime();
    }

    Duration length() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
