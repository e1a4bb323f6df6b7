package dev.troupe.spring.http;

import java.io.IOException;

/** A request's body is larger than the service reads. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long maxBytes) {
        super("The body is larger than %d bytes; send less at once.".formatted(maxBytes));
    }
}
