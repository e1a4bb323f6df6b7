package dev.troupe.kit.serialization;

/** A fact was published by a newer version of its service, in a way that this one cannot understand. */
public final class UnreadableRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRevisionException(String message) {
        super(message);
    }
}
