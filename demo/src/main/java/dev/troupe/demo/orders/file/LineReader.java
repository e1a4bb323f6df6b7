package dev.troupe.demo.orders.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines, whatever system wrote them, and never holds more than one in memory.
 *
 * <p>A line that is not UTF-8 is read as ISO 8859-1, which is how older copies of the data set spell a pound sign; one such line must not
 * cost the rest of the file.
 */
final class LineReader implements Closeable {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int NOTHING_AHEAD = -2;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int ahead = NOTHING_AHEAD;

    /** Reads from {@code in} byte by byte, so it had better be buffered. */
    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, or null at the end.
     *
     * @throws EndlessLineException if it is longer than a mebibyte, so surely no line of text
     */
    @Nullable
    Line next() throws IOException {
        line.reset();
        for (int b = read(); b != -1; b = read()) {
            if (b == '\n') {
                return new Line(text(), "\n");
            }
            if (b == '\r') {
                return new Line(text(), endingAfterCarriageReturn());
            }
            if (line.size() == LONGEST_LINE) {
                throw new EndlessLineException();
            }
            line.write(b);
        }
        return line.size() == 0 ? null : new Line(text(), "");
    }

    private String endingAfterCarriageReturn() throws IOException {
        int next = in.read();
        if (next == '\n') {
            return "\r\n";
        }
        ahead = next;
        return "\r";
    }

    private int read() throws IOException {
        if (ahead == NOTHING_AHEAD) {
            return in.read();
        }
        int b = ahead;
        ahead = NOTHING_AHEAD;
        return b;
    }

    private String text() {
        byte[] bytes = line.toByteArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes are not lines of text. */
    static final class EndlessLineException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
