package dev.troupe.provider.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits the stored bytes into lines, and knows where each begins and whether it was finished. */
final class LedgerLines implements AutoCloseable {

    /** Far above any line that was ever written; a longer one is not a ledger's. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final InputStream in;
    private long offset;
    private long number;

    LedgerLines(InputStream in) {
        this.in = in;
    }

    /** One line without its line feed; {@code finished} tells whether the line feed was there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, long offset, byte[] bytes, boolean finished) {}

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        long start = offset;
        var bytes = new ByteArrayOutputStream(256);
        int read;
        while ((read = in.read()) >= 0) {
            offset++;
            if (read == '\n') {
                return new Line(++number, start, bytes.toByteArray(), true);
            }
            bytes.write(read);
            if (bytes.size() > LONGEST_LINE) {
                throw new LedgerRefused(
                        "line %d of the ledger is longer than any ledger's line: is this the right file?"
                                .formatted(number + 1));
            }
        }
        return bytes.size() == 0 ? null : new Line(++number, start, bytes.toByteArray(), false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
