package dev.troupe.provider.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a stored ledger before it is used. An end torn by a kill is cut off: it was never acknowledged to anyone. Anything else that
 * is broken is refused, and then nothing is changed.
 */
final class LedgerRecovery {

    private static final Logger LOG = System.getLogger(LedgerRecovery.class.getName());

    private LedgerRecovery() {}

    /** Shows every entry to the reader; when this returns, the store ends at the returned position. */
    static LedgerPosition recover(LedgerStore store, Consumer<LedgerEntry> reader) throws IOException {
        LedgerPosition end = LedgerPosition.START;
        LedgerLines.Line line;
        try (LedgerLines lines = LedgerLines.of(store, end)) {
            while ((line = lines.next()) != null && line.finished()) {
                reader.accept(LedgerCodec.read(line));
                end = lines.position();
            }
        }
        return line == null ? end : mend(store, reader, line, end);
    }

    private static LedgerPosition mend(
            LedgerStore store, Consumer<LedgerEntry> reader, LedgerLines.Line unfinished, LedgerPosition end)
            throws IOException {
        Optional<LedgerEntry> whole = wholeEntry(unfinished);
        if (whole.isPresent()) {
            reader.accept(whole.get());
            store.append(new byte[] {'\n'});
            LOG.log(Level.WARNING, "line {0} of the ledger was whole but for its line feed: kept", unfinished.number());
            return new LedgerPosition(unfinished.number(), unfinished.offset() + unfinished.bytes().length + 1);
        }
        if (!LedgerCodec.mayBeginEntry(unfinished)) {
            throw LedgerCodec.refused(unfinished, "it is not the beginning of an entry");
        }
        store.truncate(end.bytes());
        LOG.log(
                Level.WARNING,
                "line {0} of the ledger was torn: cut off its {1} bytes, which were never acknowledged",
                unfinished.number(),
                unfinished.bytes().length);
        return end;
    }

    private static Optional<LedgerEntry> wholeEntry(LedgerLines.Line line) throws IOException {
        try {
            return Optional.of(LedgerCodec.read(line));
        } catch (LedgerRefused e) {
            return Optional.empty();
        }
    }
}
