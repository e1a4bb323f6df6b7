package dev.troupe.kit.deadletter;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of trying dead letters again.
 *
 * @param handled how many were handled and are gone
 * @param failures those that failed again; everything behind them still waits
 */
public record RetryOutcome(int handled, List<Failure> failures) {

    /** Nothing was tried. */
    public static final RetryOutcome NOTHING = new RetryOutcome(0, List.of());

    public RetryOutcome {
        failures = List.copyOf(failures);
    }

    /** Both together. */
    public RetryOutcome and(RetryOutcome other) {
        List<Failure> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new RetryOutcome(handled + other.handled, all);
    }

    /**
     * A letter that failed again.
     *
     * @param id the letter
     * @param cause what went wrong
     */
    public record Failure(long id, String cause) {}
}
