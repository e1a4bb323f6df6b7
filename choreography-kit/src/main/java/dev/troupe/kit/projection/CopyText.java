package dev.troupe.kit.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as {@code COPY ... FROM STDIN} takes them: a line for each, tabs between the values, and {@code \N} for none. */
final class CopyText {

    private static final char DELIMITER = '\t';

    private final StringBuilder text = new StringBuilder();

    /** Adds a row. */
    void add(List<@Nullable String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(DELIMITER);
            }
            String value = values.get(i);
            if (value == null) {
                text.append("\\N");
            } else {
                append(value);
            }
        }
        text.append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Copies what needs no escape in one piece: most values need none. */
    private void append(String value) {
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            String escape = escape(value.charAt(i));
            if (escape != null) {
                text.append(value, copied, i).append(escape);
                copied = i + 1;
            }
        }
        text.append(value, copied, value.length());
    }

    private static @Nullable String escape(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case DELIMITER -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
