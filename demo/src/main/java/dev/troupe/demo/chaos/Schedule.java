package dev.troupe.demo.chaos;

import dev.troupe.demo.chaos.Disturbance.Cut;
import dev.troupe.demo.chaos.Disturbance.Delay;
import dev.troupe.demo.chaos.Disturbance.Kill;
import dev.troupe.demo.chaos.Disturbance.KillAt;
import dev.troupe.demo.chaos.Disturbance.Pause;
import dev.troupe.demo.chaos.Disturbance.Redeliver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes wrong in a run, and when: decided by the seed alone, and timed by orders rather than by clocks, so that it can be repeated. */
final class Schedule {

    private static final int MOST_HITS = 3;

    private Schedule() {}

    /**
     * Spreads the kills evenly over the orders, with a lesser disturbance before each.
     *
     * @param orders how many orders are played
     * @param kills how many kills there are
     */
    static List<Entry> of(int orders, int kills, long seed) {
        Random random = new Random(seed);
        Deck<Disturbance> deadly = new Deck<>(deadly(random), random);
        Deck<Disturbance> lesser = new Deck<>(lesser(random), random);
        List<Entry> entries = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            entries.add(new Entry(at(2L * kill - 1, orders, kills), lesser.draw()));
            entries.add(new Entry(at(2L * kill, orders, kills), deadly.draw()));
        }
        return entries;
    }

    /** The last comes before the last order. */
    private static int at(long number, int orders, int kills) {
        return (int) (number * orders / (2L * kills + 1));
    }

    /** Everybody somewhere, every service at each of its points, and PostgreSQL and the provider at points of somebody else. */
    private static List<Disturbance> deadly(Random random) {
        List<Disturbance> deadly = new ArrayList<>();
        for (Victim victim : Victim.values()) {
            deadly.add(new Kill(victim));
        }
        for (Point point : Point.values()) {
            for (Victim service : point.services()) {
                deadly.add(new KillAt(service, service, point, hit(random)));
            }
            Victim service =
                    point.services().get(random.nextInt(point.services().size()));
            deadly.add(new KillAt(Victim.POSTGRESQL, service, point, hit(random)));
            if (point.isAtProvider()) {
                deadly.add(new KillAt(Victim.PROVIDER, service, point, hit(random)));
            }
        }
        return deadly;
    }

    private static int hit(Random random) {
        return 1 + random.nextInt(MOST_HITS);
    }

    private static List<Disturbance> lesser(Random random) {
        List<Disturbance> lesser = new ArrayList<>();
        for (Victim service : Victim.SERVICES) {
            lesser.add(new Pause(service, millis(random, 500, 7_000)));
            lesser.add(new Redeliver(service, 20 + random.nextInt(200)));
        }
        lesser.add(new Pause(Victim.PROVIDER, millis(random, 500, 7_000)));
        for (Line line : Line.values()) {
            lesser.add(new Cut(line));
            lesser.add(new Delay(line, millis(random, 10, 150), millis(random, 1_000, 4_000)));
        }
        return lesser;
    }

    private static Duration millis(Random random, int from, int to) {
        return Duration.ofMillis(from + random.nextInt(to - from));
    }

    /**
     * A disturbance and its time.
     *
     * @param afterOrders how many orders have been acknowledged when it comes
     */
    record Entry(int afterOrders, Disturbance disturbance) {}
}
