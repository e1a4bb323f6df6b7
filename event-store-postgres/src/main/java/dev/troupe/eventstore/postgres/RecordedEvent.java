package dev.troupe.eventstore.postgres;

import java.time.Instant;

/** What the store alone knows of an event it delivers. */
public interface RecordedEvent {

    /** Its place in the order of all events. */
    long position();

    /** When the store wrote it, by the clock of the database. */
    Instant recordedAt();
}
