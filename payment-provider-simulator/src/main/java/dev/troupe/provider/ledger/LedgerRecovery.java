package dev.troupe.provider.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a stored ledger before it is used. An end torn by a kill is cut off: it was never acknowledged to anyone. Anything
 * else that is broken is refused.
 */
final class LedgerRecovery {

    private static final Logger LOG = System.getLogger(LedgerRecovery.class.getName());

    private LedgerRecovery() {}

    /** The number of good entries; the store ends with the last of them when this returns. */
    static long recover(LedgerStore store) throws IOException {
        long entries = 0;
        LedgerLines.Line unfinished = null;
        try (LedgerLines lines = new LedgerLines(store.read())) {
            LedgerLines.Line line;
            while ((line = lines.next()) != null) {
                if (line.finished()) {
                    LedgerCodec.read(line);
                    entries++;
                } else {
                    unfinished = line;
                }
            }
        }
        return entries + mend(store, unfinished);
    }

    private static int mend(LedgerStore store, LedgerLines.@Nullable Line unfinished) throws IOException {
        if (unfinished == null) {
            return 0;
        }
        if (isWhole(unfinished)) {
            store.append(new byte[] {'\n'});
            LOG.log(Level.WARNING, "line {0} of the ledger was whole but for its line feed: kept", unfinished.number());
            return 1;
        }
        if (!LedgerCodec.mayBeginEntry(unfinished)) {
            throw LedgerCodec.refused(unfinished, "it is not the beginning of an entry");
        }
        store.truncate(unfinished.offset());
        LOG.log(
                Level.WARNING,
                "line {0} of the ledger was torn: cut off its {1} bytes, which were never acknowledged",
                unfinished.number(),
                unfinished.bytes().length);
        return 0;
    }

    private static boolean isWhole(LedgerLines.Line line) throws IOException {
        try {
            LedgerCodec.read(line);
            return true;
        } catch (LedgerRefused e) {
            return false;
        }
    }
}
