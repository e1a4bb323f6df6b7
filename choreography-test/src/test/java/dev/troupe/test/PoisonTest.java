package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.test.Shelf.Complete;
import dev.troupe.test.Shelf.Confirm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Some flows can never be handled; the others must not notice. {@code -Dtroupe.poison.flows=10000 -Dtroupe.poison.pairs=5} measures how
 * little: five runs with poison and five without, in turn.
 */
class PoisonTest {

    private static final int FLOWS = Integer.getInteger("troupe.poison.flows", 300);
    private static final int PAIRS = Integer.getInteger("troupe.poison.pairs", 1);
    private static final int POISONED = 10;
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final int ENOUGH_TO_JUDGE = 5;

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @BeforeEach
    void forget() {
        Shelf.POISONED.clear();
        Shelf.FLAKY.clear();
    }

    @Test
    void aFewPoisonedFlowsHarmNoOther() {
        List<Pair> pairs = new ArrayList<>();
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            play(shelf, "warm-up", 0);
            for (int pair = 0; pair < PAIRS; pair++) {
                pairs.add(new Pair(play(shelf, "clean" + pair, 0), play(shelf, "poison" + pair, POISONED)));
                drain(shelf);
            }
        }
        Pair median = pairs.stream()
                .sorted(java.util.Comparator.comparing(Pair::worse))
                .toList()
                .get(pairs.size() / 2);
        LoggerFactory.getLogger(PoisonTest.class)
                .info("p95 in ms without and with poison, median of {}: {}", PAIRS, median);
        if (PAIRS >= ENOUGH_TO_JUDGE) {
            assertThat(median.poisoned).isLessThanOrEqualTo(Math.max(median.clean * 1.2, median.clean + 20));
        }
    }

    /** Plays flows at a steady rate; the 95th percentile, in milliseconds, of how long those that are not poisoned take. */
    private double play(ShelfInstance shelf, String prefix, int poisoned) {
        long start = System.nanoTime();
        for (int i = 0; i < FLOWS; i++) {
            OrderId order = new OrderId(prefix + "-" + i);
            LockSupport.parkNanos(start + i * BETWEEN.toNanos() - System.nanoTime());
            boolean poison = poisoned > 0 && i % (FLOWS / poisoned) == 0;
            if (poison) {
                Shelf.POISONED.add(order.value());
            }
            shelf.troupe.commands().send(new Confirm(order));
            if (poison) {
                shelf.troupe.commands().send(new Complete(order));
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(handled(prefix)).isEqualTo(FLOWS - poisoned));
        await().untilAsserted(() -> assertThat(database.query("SELECT count(*) FROM shelf.dead_letter"))
                .containsExactly(String.valueOf(2 * poisoned)));
        return Double.parseDouble(database.query("""
                        SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM c.recorded_at - p.recorded_at) * 1000)
                        FROM events.event p JOIN events.event c ON c.stream = p.stream AND c.type = 'order.completed'
                        WHERE p.type = 'order.confirmed' AND p.stream LIKE 'box-%s-%%' AND c.metadata ->> 'causationId' IS NOT NULL""".formatted(prefix)).getFirst());
    }

    private void drain(ShelfInstance shelf) {
        Shelf.POISONED.clear();
        assertThat(shelf.troupe.deadLetters().retryAll("tester").handled()).isEqualTo(2 * POISONED);
        assertThat(database.query("SELECT count(*) FROM shelf.dead_letter")).containsExactly("0");
        assertThat(database.query("""
                SELECT count(*) FROM (
                  SELECT position < lag(position) OVER (PARTITION BY sequence ORDER BY id) AS disordered
                  FROM shelf.dead_letter_history WHERE kind = 'HANDLED') h WHERE disordered""")).containsExactly("0");
    }

    private int handled(String prefix) {
        return Integer.parseInt(
                database.query("SELECT count(*) FROM events.event WHERE type = 'order.completed' AND stream LIKE 'box-"
                                + prefix + "-%' AND metadata ->> 'causationId' IS NOT NULL")
                        .getFirst());
    }

    private record Pair(double clean, double poisoned) {

        double worse() {
            return poisoned - clean;
        }
    }
}
