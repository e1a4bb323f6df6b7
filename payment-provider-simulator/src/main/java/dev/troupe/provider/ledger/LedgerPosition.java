package dev.troupe.provider.ledger;

/** A place between two lines of the ledger: how many lines and bytes are before it. */
record LedgerPosition(long lines, long bytes) {

    static final LedgerPosition START = new LedgerPosition(0, 0);
}
