package dev.troupe.provider.ledger;

import java.io.IOException;
import java.io.InputStream;

/** Where the ledger's lines are kept; used by one writer, and by any number of readers beside it. */
public interface LedgerStore extends AutoCloseable {

    /**
     * Adds whole lines at the end. When this returns they are durable, as far as this store can be.
     *
     * @throws IOException if they may not be durable; nothing may be added after that
     */
    void append(byte[] lines) throws IOException;

    /** Cuts the end off, so that {@code length} bytes remain. */
    void truncate(long length) throws IOException;

    /** All from the given byte on that was durable at the time of the call, and nothing that came later. */
    InputStream read(long from) throws IOException;

    @Override
    void close() throws IOException;
}
