package dev.troupe.eventstore.postgres;

import org.axonframework.modelling.command.ConcurrencyException;

/** An append was refused because the event before it is not in the store: the aggregate it came from is ahead of its own stream. */
public class StreamGapException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    public StreamGapException(String message, Throwable cause) {
        super(message, cause);
    }
}
