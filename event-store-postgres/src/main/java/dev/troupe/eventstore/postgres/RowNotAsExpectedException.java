package dev.troupe.eventstore.postgres;

import org.axonframework.common.AxonNonTransientException;

/** A row that was to be changed with a commit is no longer what the transaction took it for, so nothing was stored. */
public class RowNotAsExpectedException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public RowNotAsExpectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
