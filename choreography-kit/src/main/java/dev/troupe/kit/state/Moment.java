package dev.troupe.kit.state;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.problem.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A moment in the life of an event store: a position, a time, or now. */
public sealed interface Moment {

    /** Whether an event had been recorded by then. */
    boolean includes(StoredEvent event);

    /**
     * Reads a moment.
     *
     * @param text a position, a time in ISO 8601 such as 2026-01-31T12:00:00Z, or nothing for now
     */
    static Moment parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Now();
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? new AtPosition(Long.parseLong(text))
                    : new AtTime(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new Refusal(
                    "not-a-moment",
                    400,
                    "'%s' is neither a position nor a time such as 2026-01-31T12:00:00Z.".formatted(text));
        }
    }

    /** The present. */
    record Now() implements Moment {
        @Override
        public boolean includes(StoredEvent event) {
            return true;
        }

        @Override
        public String toString() {
            return "now";
        }
    }

    /** When the event of a position had been recorded. */
    record AtPosition(long position) implements Moment {
        @Override
        public boolean includes(StoredEvent event) {
            return event.position() <= position;
        }

        @Override
        public String toString() {
            return "at position " + position;
        }
    }

    /** A time by the clock of the event store. */
    record AtTime(Instant time) implements Moment {
        @Override
        public boolean includes(StoredEvent event) {
            return !event.recordedAt().isAfter(time);
        }

        @Override
        public String toString() {
            return "at " + time;
        }
    }
}
