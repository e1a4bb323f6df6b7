package dev.troupe.demo.chaos;

import java.time.Duration;

/**
 * How much chaos.
 *
 * @param orders how many orders are played
 * @param kills how many kills there are, each after a lesser disturbance
 * @param seed decides what happens when, and which orders are played
 * @param endWithin how long after the last kill all flows may take to end
 */
public record ChaosSettings(int orders, int kills, long seed, Duration endWithin) {

    public ChaosSettings {
        if (orders < 1 || kills < 0) {
            throw new IllegalArgumentException("at least one order and no negative number of kills");
        }
    }
}
