package dev.troupe.provider.ledger;

/** The ledger found at start cannot be trusted or used; the message says where and what to do. */
public final class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal that a person has to look at. */
    public LedgerRefused(String message) {
        super(message);
    }
}
