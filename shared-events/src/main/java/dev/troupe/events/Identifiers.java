package dev.troupe.events;

import java.util.regex.Pattern;

/** The one rule for what may be an identifier: short, printable, and harmless in a URL, a log line and a stream's name. */
final class Identifiers {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private Identifiers() {}

    static void requireValid(String what, String value) {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a valid %s: it must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit"
                            .formatted(what));
        }
    }
}
