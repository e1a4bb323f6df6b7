package dev.troupe.events;

/** The one rule for what may be an identifier: short, printable, and harmless in a URL, a log line and a stream's name. */
final class Identifiers {

    private static final int LONGEST = 100;

    private Identifiers() {}

    static void requireValid(String what, String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not a valid %s: it must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit"
                            .formatted(what));
        }
    }

    /** Whether there are only letters and digits of ASCII, and at least one. */
    static boolean isAlphanumeric(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isAlphanumeric(value.charAt(i))) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    // by hand, because a replay reads millions of ids: a regular expression took an eighth of its time
    private static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isAlphanumeric(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isAlphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
