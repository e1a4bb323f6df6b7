package dev.troupe.bench.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came out for one kind of work.
 *
 * @param medians by contender, in the order in which they took turns
 * @param goal what has to be reached
 */
public record Row(
        String work,
        String unit,
        Map<String, Median> medians,
        @JsonIgnore Goal goal) {

    /** The name of the contender that ratios are taken of. */
    public static final String STOCK = "Axon JDBC";

    /** The name of Troupe's own store. */
    public static final String OURS = "Troupe";

    public Row {
        medians = Collections.unmodifiableMap(new LinkedHashMap<>(medians));
    }

    /** Whether the goal is reached. */
    @JsonProperty
    public boolean met() {
        return goal.met().test(medians);
    }

    /** What has to be reached, for people. */
    @JsonProperty
    public String goalText() {
        return goal.text();
    }

    /** How many times the value of Axon's JDBC engine a contender has. */
    public OptionalDouble ratio(String contender) {
        Median median = medians.get(contender);
        Median stock = medians.get(STOCK);
        return median == null || stock == null || stock.value() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(median.value() / stock.value());
    }

    /**
     * The medians of a contender's turns.
     *
     * @param clientMicros CPU time of this process per operation
     * @param serverMicros CPU time of PostgreSQL per operation
     */
    public record Median(double value, double clientMicros, double serverMicros) {}
}
