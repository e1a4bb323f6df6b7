package dev.troupe.demo.orders.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a row into its cells, as RFC 4180 says.
 *
 * <p>Done by hand, because two things are needed that CSV libraries do not offer: the raw text of every row, and going on after a
 * quotation mark that is never closed. It is fed line by line, as a quoted cell may run over several.
 */
final class Cells {

    private enum State {
        START_OF_CELL,
        PLAIN,
        QUOTED,
        QUOTE_SEEN_IN_QUOTED
    }

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private State state = State.START_OF_CELL;
    private boolean clean = true;

    void feed(String text) {
        for (int i = 0; i < text.length(); i++) {
            feed(text.charAt(i));
        }
    }

    private void feed(char c) {
        switch (state) {
            case QUOTED -> inQuotes(c);
            case QUOTE_SEEN_IN_QUOTED -> afterQuote(c);
            case START_OF_CELL -> {
                if (c == '"') {
                    state = State.QUOTED;
                } else {
                    plain(c);
                }
            }
            case PLAIN -> plain(c);
        }
    }

    private void inQuotes(char c) {
        if (c == '"') {
            state = State.QUOTE_SEEN_IN_QUOTED;
        } else {
            cell.append(c);
        }
    }

    private void afterQuote(char c) {
        if (c == '"') {
            cell.append(c);
            state = State.QUOTED;
        } else {
            clean &= c == ',';
            plain(c);
        }
    }

    private void plain(char c) {
        if (c == ',') {
            endCell();
            state = State.START_OF_CELL;
        } else {
            cell.append(c);
            state = State.PLAIN;
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    /** Whether a quoted cell is still open, so that the row goes on in the next line. */
    boolean open() {
        return state == State.QUOTED;
    }

    /** Whether every quoted cell so far ended where its quotation mark was closed. */
    boolean clean() {
        return clean;
    }

    /** Ends the row. */
    List<String> end() {
        endCell();
        return List.copyOf(cells);
    }
}
