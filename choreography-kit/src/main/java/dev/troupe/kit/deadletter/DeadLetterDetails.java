package dev.troupe.kit.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to know of a dead letter.
 *
 * @param event the event as it is stored; personal values are sealed in it
 * @param editedPayload the payload that is used instead of the event's own when the letter is tried again, if somebody has edited it
 * @param behind how many events of the same flow wait behind this one
 * @param history what was done about it, oldest first
 */
public record DeadLetterDetails(
        DeadLetter letter, Event event, @Nullable Object editedPayload, long behind, List<Action> history) {

    public DeadLetterDetails {
        history = List.copyOf(history);
    }

    /**
     * An event as it is stored.
     *
     * @param stream the aggregate it belongs to
     * @param metadata what is known about it, such as {@code correlationId} and {@code causationId}
     */
    public record Event(
            String id,
            long position,
            String type,
            String revision,
            String stream,
            Instant recordedAt,
            Map<String, Object> metadata,
            Object payload) {}

    /**
     * Something that was done about a letter.
     *
     * @param by who did it
     * @param note why, or what went wrong
     * @param payload the payload that was used or set, where it was not the event's own
     */
    public record Action(
            Kind kind,
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Object payload) {

        /** What can be done. */
        public enum Kind {
            /** Tried again, and failed again. */
            FAILED_AGAIN,
            /** Tried again, and handled; the letter is gone. */
            HANDLED,
            /** Given another payload. */
            EDITED,
            /** Given up; the letter is gone. */
            DROPPED
        }
    }
}
