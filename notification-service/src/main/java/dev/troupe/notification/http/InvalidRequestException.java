package dev.troupe.notification.http;

import java.util.List;

/** A request with parameters that mean nothing. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list of records; the exception never leaves the process
    private final List<Mistake> mistakes;

    public InvalidRequestException(List<Mistake> mistakes) {
        super(mistakes.toString(), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong with it. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
