package dev.troupe.kit.reaction;

import dev.troupe.events.FactCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What must follow a fact in its flow.
 *
 * @param anyOf names of the facts any of which fulfils the expectation, before or after the fact that raised it; empty if nothing is expected
 * @param within the longest that may take, counted from when the fact was recorded
 */
public record Expectation(List<String> anyOf, Duration within) {

    /** Nothing has to follow. */
    public static final Expectation NOTHING = new Expectation(List.of(), Duration.ZERO);

    private static final long SOON_SECONDS = 5;

    public Expectation {
        anyOf = List.copyOf(anyOf);
    }

    /** Expects any of the given facts. */
    public static Unlimited anyOf(Class<?>... facts) {
        return new Unlimited(
                Arrays.stream(facts).<String>map(FactCatalogue::nameOf).toList());
    }

    /** An expectation that still lacks its time limit. */
    public record Unlimited(List<String> anyOf) {

        /** Limits it to what a service needs that is up and keeps up: five seconds, which is long for a reaction and short for a person. */
        public Expectation soon() {
            return soonAfter(Duration.ZERO);
        }

        /** The same, counted from when something has had its time that the service cannot hurry. */
        public Expectation soonAfter(Duration patience) {
            return within(patience.plusSeconds(SOON_SECONDS));
        }

        /** Limits how long it may take. */
        public Expectation within(Duration limit) {
            return new Expectation(anyOf, limit);
        }
    }
}
