package dev.troupe.provider.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;

/** The append-only ledger: what it says happened, happened, and nothing else did. */
public final class Ledger implements AutoCloseable {

    private final LedgerStore store;
    private final LedgerWriter writer;

    private Ledger(LedgerStore store, LedgerWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /**
     * Opens the ledger kept in a store, having mended an end torn by a kill.
     *
     * @throws LedgerRefused if the ledger is broken in any other way
     */
    public static Ledger open(LedgerStore store, Clock clock) throws IOException {
        return new Ledger(store, LedgerWriter.start(store, clock, LedgerRecovery.recover(store)));
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
        return store.read();
    }

    /** Shows every durable entry, the oldest first. */
    public void forEach(Consumer<LedgerEntry> reader) {
        try (LedgerLines lines = new LedgerLines(store.read())) {
            LedgerLines.Line line;
            while ((line = lines.next()) != null) {
                reader.accept(LedgerCodec.read(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger could not be read", e);
        }
    }

    /** Writes what is waiting, then closes the store. */
    @Override
    public void close() throws IOException {
        writer.close();
        store.close();
    }
}
