package dev.troupe.order.api;

/** What texts of a request may consist of. PostgreSQL stores no NUL, and half a surrogate pair is no text. */
final class Texts {

    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*[^\\s\\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*";
    static final String ONE_LINE_MESSAGE = "must be a text on one line that is not blank";
    /** One class of characters rather than a choice between two: a choice is tried by recursion, and a long text overflowed the stack. */
    static final String LINES = "[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*";

    static final String LINES_MESSAGE = "must be a text without control characters";

    private Texts() {}
}
