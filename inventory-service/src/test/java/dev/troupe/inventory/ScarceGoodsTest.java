package dev.troupe.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.Books;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Half of the orders want goods of which there is nearly nothing; the other half must not notice. {@code -Dtroupe.scarce.orders=4000
 * -Dtroupe.scarce.pairs=5} measures how little: five runs in which half want scarce goods and five in which nobody does, in turn.
 */
class ScarceGoodsTest {

    private static final int ORDERS = Integer.getInteger("troupe.scarce.orders", 200);
    private static final int PAIRS = Integer.getInteger("troupe.scarce.pairs", 1);
    private static final int ENOUGH_TO_JUDGE = 5;
    private static final int PIECES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku PLENTY = new Sku("PLENTY");

    private final TestDatabase database = TestDatabase.create("inventory-service", "order-service");

    @Test
    void whoWantsOtherGoodsIsNotDelayed() {
        List<Pair> pairs = new ArrayList<>();
        try (InventoryInstance one = new InventoryInstance(database);
                InventoryInstance other = new InventoryInstance(database);
                OrderFacts orders = new OrderFacts(database)) {
            one.troupe().commands().send(receive("plenty", PLENTY, 100 * ORDERS * (PAIRS + 1)));
            play(orders, "warm-up", PLENTY);
            for (int pair = 0; pair < PAIRS; pair++) {
                Sku scarce = new Sku("SCARCE-" + pair);
                other.troupe().commands().send(receive("scarce-" + pair, scarce, PIECES));
                pairs.add(new Pair(play(orders, "nobody" + pair, PLENTY), play(orders, "half" + pair, scarce)));
                assertThat(sold(scarce)).isEqualTo(PIECES);
            }
        }
        Pair median = pairs.stream()
                .sorted(Comparator.comparing(Pair::ratio))
                .toList()
                .get(pairs.size() / 2);
        LoggerFactory.getLogger(ScarceGoodsTest.class)
                .info("p95 in ms while nobody and while half want scarce goods, median of {}: {}", PAIRS, median);
        if (PAIRS >= ENOUGH_TO_JUDGE) {
            assertThat(median.ratio()).isLessThan(1.1);
        }
    }

    /** Plays orders at a steady rate; how long reservations of those with an even number took, in ms, 95th percentile. */
    private double play(OrderFacts orders, String prefix, Sku wantedByOddOnes) {
        long start = System.nanoTime();
        for (int i = 0; i < ORDERS; i++) {
            LockSupport.parkNanos(start + i * BETWEEN.toNanos() - System.nanoTime());
            Sku wanted = i % 2 == 0 ? PLENTY : wantedByOddOnes;
            orders.placed(
                    new OrderId("%s-%s-%d".formatted(prefix, i % 2 == 0 ? "even" : "odd", i)),
                    MAIN,
                    new OrderLine(wanted, 1, 100));
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(answered(prefix)).isEqualTo(ORDERS));
        return Double.parseDouble(
                StoredFacts.query(database, """
                        SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM r.recorded_at - p.recorded_at) * 1000)
                        FROM events.event p
                        JOIN events.event r ON r.metadata ->> 'causationId' = p.event_id::text AND r.type = 'stock.reserved'
                        WHERE p.type = 'order.placed' AND p.metadata ->> 'correlationId' LIKE ?""", prefix + "-even-%").getFirst());
    }

    private int answered(String prefix) {
        return Integer.parseInt(StoredFacts.query(
                        database,
                        "SELECT count(*) FROM events.event WHERE type IN ('stock.reserved', 'stock.reservation-rejected')"
                                + " AND metadata ->> 'correlationId' LIKE ?",
                        prefix + "-%")
                .getFirst());
    }

    private long sold(Sku sku) {
        Books books = new Books();
        StoredFacts.of(database, MAIN).forEach(books::enter);
        return books.reserved(sku);
    }

    private static ReceiveStock receive(String delivery, Sku sku, int pieces) {
        return new ReceiveStock(MAIN, delivery, List.of(new StockLine(sku, pieces)));
    }

    private record Pair(double nobody, double half) {

        double ratio() {
            return half / nobody;
        }
    }
}
