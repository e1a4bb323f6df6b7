package dev.troupe.provider.ledger;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Keeps the ledger in memory: it is gone when the process ends. */
public final class LedgerMemory implements LedgerStore {

    private byte[] lines = new byte[8192];
    private int length;

    @Override
    public synchronized void append(byte[] added) {
        if (length + added.length > lines.length) {
            lines = Arrays.copyOf(lines, Math.max(lines.length + lines.length / 2, length + added.length));
        }
        System.arraycopy(added, 0, lines, length, added.length);
        length += added.length;
    }

    @Override
    public synchronized void truncate(long newLength) {
        length = Math.toIntExact(newLength);
    }

    @Override
    public synchronized InputStream read(long from) {
        int start = Math.toIntExact(from);
        return new ByteArrayInputStream(lines, start, length - start);
    }

    @Override
    public void close() {}
}
