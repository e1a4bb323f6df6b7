package dev.troupe.payment.provider;

import org.jspecify.annotations.Nullable;

/** The provider gave no usable answer, so whether it did what it was asked is unknown until it is asked again. */
public class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
