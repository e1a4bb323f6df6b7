package dev.troupe.bench.measure;

import dev.troupe.bench.measure.Row.Median;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What Troupe's store has to reach for one kind of work.
 *
 * @param text for people
 */
public record Goal(String text, Predicate<Map<String, Median>> met) {

    /** At least so many times what Axon's JDBC engine does. */
    public static Goal timesStock(double times) {
        return new Goal(
                "at least %s × Axon JDBC".formatted(number(times)), all -> ours(all) >= times * value(all, Row.STOCK));
    }

    /** At most this part of what Axon's JDBC engine takes. */
    public static Goal partOfStock(double part) {
        return new Goal(
                "at most %s × Axon JDBC".formatted(number(part)), all -> ours(all) <= part * value(all, Row.STOCK));
    }

    /** At least this much. */
    public static Goal atLeast(double value) {
        return new Goal("at least " + number(value), all -> ours(all) >= value);
    }

    /** At most this much. */
    public static Goal atMost(double value) {
        return new Goal("at most " + number(value), all -> ours(all) <= value);
    }

    /** Of the first contender's value at least this part is left for the last. */
    public static Goal leftForTheLast(double part) {
        return new Goal("at least %s × the first".formatted(number(part)), all -> {
            List<Median> medians = List.copyOf(all.values());
            return medians.getLast().value() >= part * medians.getFirst().value();
        });
    }

    private static double ours(Map<String, Median> medians) {
        return value(medians, Row.OURS);
    }

    private static double value(Map<String, Median> medians, String contender) {
        Median median = medians.get(contender);
        return median == null ? Double.NaN : median.value();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%,d".formatted((long) value) : Double.toString(value);
    }
}
