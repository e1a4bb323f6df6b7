package dev.troupe.bench.flows;

import java.util.Map;

/**
 * How fast the whole system was.
 *
 * @param storedEvents how many events were stored before
 * @param rate how many orders were placed per second, whether or not earlier ones were answered
 * @param latencyP50 median time from placing to completion at that rate, in ms
 * @param latencyP99 the time that 99 of 100 did not exceed, in ms
 * @param ordersPerSecond how many were completed per second when as many were placed as were taken
 * @param cpuMillisPerOrder CPU time per completed order meanwhile, by process
 */
public record FlowsResult(
        long storedEvents,
        double rate,
        double latencyP50,
        double latencyP99,
        double ordersPerSecond,
        Map<String, Double> cpuMillisPerOrder) {

    static final double P50_AT_MOST = 150;
    static final double P99_AT_MOST = 1_000;
    static final double ORDERS_PER_SECOND_AT_LEAST = 60;

    /** Whether the project's goals are reached. */
    public boolean isGoalReached() {
        return latencyP50 <= P50_AT_MOST && latencyP99 <= P99_AT_MOST && ordersPerSecond >= ORDERS_PER_SECOND_AT_LEAST;
    }
}
