package dev.troupe.provider.faults;

import java.time.Duration;

/**
 * What goes wrong with one request; several things can.
 *
 * @param delay how long the request is left lying before it is begun
 * @param serverError whether it fails without effect
 * @param lost whether it is neither done nor answered in time
 * @param answerLost whether it is done but not answered in time
 * @param timeout how long an answer is held back
 */
public record Mishap(Duration delay, boolean serverError, boolean lost, boolean answerLost, Duration timeout) {

    static Mishap of(Faults faults, long request) {
        return new Mishap(
                happens(faults, faults.slowPercent(), "slow", request)
                        ? Duration.ofMillis(faults.slowMillis())
                        : Duration.ZERO,
                happens(faults, faults.serverErrorPercent(), "server-error", request),
                happens(faults, faults.timeoutBeforeChargePercent(), "timeout-before", request),
                happens(faults, faults.timeoutAfterChargePercent(), "timeout-after", request),
                Duration.ofMillis(faults.timeoutMillis()));
    }

    private static boolean happens(Faults faults, Percent percent, String what, long request) {
        return percent.hits(Dice.roll(faults.seed(), what, request));
    }
}
