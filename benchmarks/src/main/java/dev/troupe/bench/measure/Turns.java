package dev.troupe.bench.measure;

import dev.troupe.bench.measure.Row.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Lets contenders do the same work in turns, so that whatever else the machine does meets all of them alike, and takes medians. */
public final class Turns {

    private final int rounds;

    /** @param rounds how many turns each has; one more at first does not count */
    public Turns(int rounds) {
        this.rounds = rounds;
    }

    /** Gives each contender its turns. */
    public Map<String, Median> take(Map<String, Turn> contenders) throws Exception {
        Map<String, List<Slice>> slices = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Turn> contender : contenders.entrySet()) {
                Slice slice = contender.getValue().take();
                if (round > 0) {
                    slices.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(slice);
                }
            }
        }
        Map<String, Median> medians = new LinkedHashMap<>();
        slices.forEach((name, taken) -> medians.put(
                name,
                new Median(
                        median(taken, Slice::value),
                        median(taken, Slice::clientMicros),
                        median(taken, Slice::serverMicros))));
        return medians;
    }

    private static double median(List<Slice> slices, ToDoubleFunction<Slice> of) {
        return median(slices.stream().mapToDouble(of).toArray());
    }

    /** The value in the middle. */
    public static double median(double... values) {
        return percentile(50, values);
    }

    /** The value that so many percent do not exceed. */
    public static double percentile(double percent, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }

    /** One contender's turn. */
    public interface Turn {

        /** Does the work for a while. */
        Slice take() throws Exception;
    }
}
