package dev.troupe.provider.ledger;

/** The ledger can no longer be written, so nothing can be promised until the process is started again. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String message) {
        super(message);
    }
}
