package dev.troupe.kit.deadletter;

/** Tries the dead letters of one processor again. */
public interface LetterRetry {

    /** The processor whose letters these are. */
    String processor();

    /**
     * Tries the letters of a flow again, in order, until one fails again.
     *
     * @param most at most so many
     * @param by who asks for it
     */
    RetryOutcome retry(String flowId, int most, String by);
}
