package dev.troupe.demo.orders.play;

import java.time.Duration;

/**
 * How orders are played.
 *
 * @param inFlight how many orders may be on their way at once
 * @param ratePerSecond how many orders are started per second, whether or not earlier ones were answered; 0 for as fast as they are
 *     answered
 * @param cancelPercent how many of a hundred customers change their mind right after ordering
 * @param seed which of them
 * @param patience how long an order that is not taken is tried again
 */
public record PlaySettings(int inFlight, double ratePerSecond, double cancelPercent, long seed, Duration patience) {

    /** As fast as order-service answers, nobody cancels. */
    public static final PlaySettings DEFAULT = new PlaySettings(16, 0, 0, 42, Duration.ofMinutes(1));

    private static final int IN_FLIGHT_AT_A_RATE = 256;
    private static final int ALL_PERCENT = 100;

    public PlaySettings {
        if (inFlight < 1) {
            throw new IllegalArgumentException("at least one order must be on its way: " + inFlight);
        }
        if (!(ratePerSecond >= 0) || Double.isInfinite(ratePerSecond)) {
            throw new IllegalArgumentException("not a rate per second: " + ratePerSecond);
        }
        if (!(cancelPercent >= 0 && cancelPercent <= ALL_PERCENT)) {
            throw new IllegalArgumentException("not a percentage from 0 to 100: " + cancelPercent);
        }
    }

    /** The same with another bound on the orders on their way. */
    public PlaySettings withInFlight(int orders) {
        return new PlaySettings(orders, ratePerSecond, cancelPercent, seed, patience);
    }

    /** The same with orders started at a steady rate; then more of them may be on their way, so that slow answers do not lower it. */
    public PlaySettings withRatePerSecond(double rate) {
        int orders = rate > 0 ? Math.max(inFlight, IN_FLIGHT_AT_A_RATE) : inFlight;
        return new PlaySettings(orders, rate, cancelPercent, seed, patience);
    }

    /** The same with some customers changing their mind. */
    public PlaySettings withCancellations(double percent, long chosenBySeed) {
        return new PlaySettings(inFlight, ratePerSecond, percent, chosenBySeed, patience);
    }

    /** The same with more or less patience. */
    public PlaySettings withPatience(Duration time) {
        return new PlaySettings(inFlight, ratePerSecond, cancelPercent, seed, time);
    }
}
