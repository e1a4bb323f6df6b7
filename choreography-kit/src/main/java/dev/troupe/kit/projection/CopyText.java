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

    private void append(String value) {
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            switch (next) {
                case '\\' -> text.append("\\\\");
                case DELIMITER -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(next);
            }
        }
    }
}
