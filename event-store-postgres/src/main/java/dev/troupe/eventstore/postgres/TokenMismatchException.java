package dev.troupe.eventstore.postgres;

import org.axonframework.common.AxonNonTransientException;

/**
 * A token names an event that the store does not have at that position, so it comes from another history of the store: from before a
 * restore, from a lost failover, or from another database.
 */
public class TokenMismatchException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public TokenMismatchException(String message) {
        super(message);
    }
}
