package dev.troupe.demo.orders.file;

/** A cell does not hold what its column promises. */
final class MalformedRowException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedRowException(String detail) {
        // One bad file can hold many of these, and nobody reads their stack traces.
        super(detail, null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
