package dev.troupe.events.schema;

/** Who understands whom after a schema has changed. */
enum Compatibility {
    /** Nothing changed. */
    SAME(true, true),
    /** Old and new code read old and new facts. */
    FULL(true, true),
    /** New code reads old facts; old code may fail at new ones. */
    BACKWARD(true, false),
    /** Old code reads new facts; new code may fail at old ones. */
    FORWARD(false, true),
    /** Neither reads the other's. */
    BREAKING(false, false);

    private final boolean backward;
    private final boolean forward;

    Compatibility(boolean backward, boolean forward) {
        this.backward = backward;
        this.forward = forward;
    }

    /** What two changes together are. */
    Compatibility and(Compatibility other) {
        if (this == SAME) {
            return other;
        }
        if (other == SAME) {
            return this;
        }
        boolean stillBackward = backward && other.backward;
        boolean stillForward = forward && other.forward;
        if (stillBackward) {
            return stillForward ? FULL : BACKWARD;
        }
        return stillForward ? FORWARD : BREAKING;
    }

    /** Whether code that is not upgraded yet can read new facts. */
    boolean isForward() {
        return forward;
    }
}
