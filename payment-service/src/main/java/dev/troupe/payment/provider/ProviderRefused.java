package dev.troupe.payment.provider;

/** The provider understood what it was asked and will not do it, however often it is asked. */
public final class ProviderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String KEY_CLOSED = "key-closed";
    private static final String UNKNOWN_KEY = "unknown-key";

    private final String kind;

    /**
     * A refusal.
     *
     * @param kind the last part of the problem's type, such as {@code key-closed}
     * @param detail the provider's own words
     */
    ProviderRefused(String kind, String detail) {
        super("the payment provider refuses (%s): %s".formatted(kind, detail));
        this.kind = kind;
    }

    /** Whether the key was closed before anything was held under it, so that nothing ever will be. */
    public boolean isKeyClosed() {
        return kind.equals(KEY_CLOSED);
    }

    /** Whether the provider knows nothing of the key, so that nothing is held under it now. */
    boolean isUnknownKey() {
        return kind.equals(UNKNOWN_KEY);
    }
}
