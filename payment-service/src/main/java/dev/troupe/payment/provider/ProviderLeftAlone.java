package dev.troupe.payment.provider;

import java.time.Instant;

/** The provider was not even asked, because it has failed too often lately or too many calls are under way. */
public final class ProviderLeftAlone extends ProviderUnavailable {

    private static final long serialVersionUID = 1L;

    private final Instant nextTry;

    ProviderLeftAlone(String message, Instant nextTry, Throwable cause) {
        super(message, cause);
        this.nextTry = nextTry;
    }

    /** When asking makes sense again. */
    public Instant nextTry() {
        return nextTry;
    }
}
