package dev.troupe.provider.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Consumer;

/** The append-only ledger: what it says happened, happened, and nothing else did. */
public final class Ledger implements AutoCloseable {

    private final LedgerStore store;
    private final LedgerWriter writer;
    private final LedgerAudit audit;

    private Ledger(LedgerStore store, LedgerWriter writer, LedgerAudit audit) {
        this.store = store;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * Opens the ledger kept in a store, having mended an end torn by a kill.
     *
     * @param reader is shown every entry that is there already, the oldest first
     * @throws LedgerRefused if the ledger is broken in any other way
     */
    public static Ledger open(LedgerStore store, Clock clock, Consumer<LedgerEntry> reader) throws IOException {
        try {
            LedgerTally tally = new LedgerTally();
            LedgerPosition end = LedgerRecovery.recover(store, reader.andThen(tally::add));
            LedgerWriter writer = LedgerWriter.start(store, clock, end.lines());
            return new Ledger(store, writer, new LedgerAudit(store, tally, end));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Adds an entry and waits until it is durable.
     *
     * @throws LedgerUnavailable if that could not be made sure
     */
    public LedgerEntry append(Posting posting) {
        return writer.write(posting);
    }

    /**
     * What is known can only be trusted as long as the ledger can be written.
     *
     * @throws LedgerUnavailable otherwise
     */
    public void requireAvailable() {
        writer.requireAvailable();
    }

    /** The number of durable entries. */
    public long entries() {
        return writer.entries();
    }

    /** The number of entries that the writer has not taken yet. */
    int waiting() {
        return writer.waiting();
    }

    /** The durable entries as lines of JSON. */
    public InputStream lines() throws IOException {
        return store.read(0);
    }

    /** What the durable entries add up to, read back from where they are kept: a witness against the provider's own state too. */
    public LedgerSummary summary() {
        return audit.summary();
    }

    /** Writes what is waiting, then closes the store. */
    @Override
    public void close() throws IOException {
        writer.close();
        store.close();
    }
}
