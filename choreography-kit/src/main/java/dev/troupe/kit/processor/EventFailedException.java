package dev.troupe.kit.processor;

import org.axonframework.eventhandling.TrackedEventMessage;

/** One event of a batch could not be handled; that it is known which saves searching for it. */
final class EventFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient TrackedEventMessage<?> event;

    EventFailedException(TrackedEventMessage<?> event, Exception cause) {
        super(cause);
        this.event = event;
    }

    TrackedEventMessage<?> event() {
        return event;
    }
}
