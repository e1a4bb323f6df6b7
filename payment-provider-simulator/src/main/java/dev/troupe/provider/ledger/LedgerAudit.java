package dev.troupe.provider.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Adds up what stands in the store. It goes on where it stopped, so that asking often costs little. */
final class LedgerAudit {

    private final LedgerStore store;
    private final LedgerTally tally;
    private LedgerPosition position;

    /** Begins with a tally of all entries before the position. */
    LedgerAudit(LedgerStore store, LedgerTally tally, LedgerPosition position) {
        this.store = store;
        this.tally = tally;
        this.position = position;
    }

    synchronized LedgerSummary summary() {
        try (LedgerLines lines = LedgerLines.of(store, position)) {
            LedgerLines.Line line;
            while ((line = lines.next()) != null) {
                tally.add(LedgerCodec.read(line));
                position = lines.position();
            }
            return tally.summary();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger could not be read", e);
        }
    }
}
