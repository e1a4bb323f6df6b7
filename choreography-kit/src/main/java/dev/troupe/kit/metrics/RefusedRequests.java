package dev.troupe.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;

/** Counts the requests that a service refused, by the reason that the problem's type names. */
public final class RefusedRequests {

    private static final String NAME = "troupe.input.rejected";
    private static final String REASON = "reason";

    private RefusedRequests() {}

    /** Counts one: of a client that does something wrong, or of somebody who tries what is not allowed. */
    public static void count(MeterRegistry meters, String reason) {
        Counter.builder(NAME)
                .description("Requests refused")
                .tag(REASON, reason)
                .register(meters)
                .increment();
    }

    /** How many this process has refused since it was started, by their reasons. */
    public static Map<String, Long> counted(MeterRegistry meters) {
        Map<String, Long> counted = new TreeMap<>();
        for (Counter counter : meters.find(NAME).counters()) {
            counted.merge(String.valueOf(counter.getId().getTag(REASON)), (long) counter.count(), Long::sum);
        }
        return counted;
    }
}
