package dev.troupe.demo.orders.file;

import org.jspecify.annotations.Nullable;

/** A file as a whole cannot be read on; the message is meant for the person who named the file. */
public final class BrokenOrderFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int rowsBefore;

    BrokenOrderFileException(String file, String problem, int rowsBefore, @Nullable Throwable cause) {
        super("%s %s%s".formatted(file, problem, before(rowsBefore)), cause);
        this.rowsBefore = rowsBefore;
    }

    /** How many rows could be read before the damage. */
    public int rowsBefore() {
        return rowsBefore;
    }

    private static String before(int rows) {
        return switch (rows) {
            case 0 -> "";
            case 1 -> " (1 row before that could be read)";
            default -> " (%d rows before that could be read)".formatted(rows);
        };
    }
}
