package dev.troupe.provider.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits the stored bytes into lines, and knows where each begins and whether it was finished. */
final class LedgerLines implements AutoCloseable {

    /** Far above any line that was ever written; a longer one is not a ledger's. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final InputStream in;
    private LedgerPosition position;

    private LedgerLines(InputStream in, LedgerPosition position) {
        this.in = in;
        this.position = position;
    }

    /** One line without its line feed; {@code finished} tells whether the line feed was there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, long offset, byte[] bytes, boolean finished) {}

    static LedgerLines of(LedgerStore store, LedgerPosition from) throws IOException {
        return new LedgerLines(new BufferedInputStream(store.read(from.bytes())), from);
    }

    /** The place after the last line taken. */
    LedgerPosition position() {
        return position;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        int read;
        while ((read = in.read()) >= 0 && read != '\n') {
            bytes.write(read);
            if (bytes.size() > LONGEST_LINE) {
                throw new LedgerRefused(
                        "line %d of the ledger is longer than any ledger's line: is this the right file?"
                                .formatted(position.lines() + 1));
            }
        }
        boolean finished = read == '\n';
        return finished || bytes.size() > 0 ? line(bytes.toByteArray(), finished) : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Line line(byte[] bytes, boolean finished) {
        Line line = new Line(position.lines() + 1, position.bytes(), bytes, finished);
        position = new LedgerPosition(line.number(), line.offset() + bytes.length + (finished ? 1 : 0));
        return line;
    }
}
