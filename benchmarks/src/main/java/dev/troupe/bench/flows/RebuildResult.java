package dev.troupe.bench.flows;

/**
 * How fast the order summary is rebuilt, and what that costs those who order meanwhile.
 *
 * @param facts how many facts it was rebuilt from
 * @param aloneFactsPerSecond while nothing else happened, without throttle
 * @param traces how many events, charges and mails came of that
 * @param sameDigest whether the shadow was equal to the live table
 * @param besideFactsPerSecond while orders were placed, with the default throttle; median
 * @param latencyP95Before 95th percentile of the time from placing to completion while nothing was rebuilt, in ms; of the median pair
 * @param latencyP95Beside the same while the summary was rebuilt
 * @param worstEstimate how far the estimated end was off at most, from the first tenth on, as a part of the whole time; median
 */
public record RebuildResult(
        long facts,
        double aloneFactsPerSecond,
        long traces,
        boolean sameDigest,
        double besideFactsPerSecond,
        double latencyP95Before,
        double latencyP95Beside,
        double worstEstimate) {

    static final double ALONE_AT_LEAST = 75_000;
    static final double BESIDE_AT_LEAST = 15_000;
    static final double SLOWER_AT_MOST = 1.3;
    static final double ESTIMATE_WITHIN = 0.2;

    /** How many times longer orders took while the summary was rebuilt. */
    public double slower() {
        return latencyP95Beside / latencyP95Before;
    }

    /** Whether the project's goals are reached. */
    public boolean isGoalReached() {
        return aloneFactsPerSecond >= ALONE_AT_LEAST
                && traces == 0
                && sameDigest
                && besideFactsPerSecond >= BESIDE_AT_LEAST
                && slower() <= SLOWER_AT_MOST
                && worstEstimate <= ESTIMATE_WITHIN;
    }
}
