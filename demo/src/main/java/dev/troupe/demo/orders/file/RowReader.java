package dev.troupe.demo.orders.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts lines together to rows: mostly one line each, more where a quoted cell holds line breaks. Empty lines are no rows. */
final class RowReader implements Closeable {

    /** A quoted cell that is still open after so many characters was surely opened by mistake. */
    private static final int LONGEST_ROW = 1 << 14;

    private final LineReader lines;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private int rows;

    RowReader(LineReader lines) {
        this.lines = lines;
    }

    /** The next row, or null at the end. */
    @Nullable
    Row next() throws IOException {
        Line line = nextLine();
        while (line != null && line.text().isEmpty()) {
            line = nextLine();
        }
        if (line == null) {
            return null;
        }
        rows++;
        Cells cells = new Cells();
        cells.feed(line.text());
        return cells.open() ? goOn(line, cells) : new Row(rows, line.text(), cells.end(), false);
    }

    /**
     * Reads on until the open cell is closed. Where it never is, or only by a quotation mark that belongs to something else, the first
     * line is a (malformed) row by itself, so that one stray mark does not swallow the rows after it.
     */
    private Row goOn(Line first, Cells cells) throws IOException {
        StringBuilder raw = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        String ending = first.ending();
        while (cells.open() && raw.length() < LONGEST_ROW) {
            Line line = nextLine();
            if (line == null) {
                break;
            }
            more.add(line);
            cells.feed(ending + line.text());
            raw.append(ending).append(line.text());
            ending = line.ending();
        }
        if (!cells.open() && cells.clean()) {
            return new Row(rows, raw.toString(), cells.end(), false);
        }
        more.reversed().forEach(putBack::addFirst);
        return alone(first);
    }

    private Row alone(Line line) {
        Cells cells = new Cells();
        cells.feed(line.text());
        return new Row(rows, line.text(), cells.end(), true);
    }

    private @Nullable Line nextLine() throws IOException {
        Line line = putBack.poll();
        return line != null ? line : lines.next();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
