package dev.troupe.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many orders, as large as real ones, that the warehouse goes on from a snapshot. */
class ManyOrdersTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final int ORDERS = 1_200;
    private static final int SKUS = 500;
    private static final int LINES = 25;

    private final TestDatabase database = TestDatabase.create("inventory-service", "order-service");

    @Test
    void anInstanceThatStartsLaterGoesOnFromTheSnapshot() {
        int perSku = ORDERS * LINES / SKUS;
        try (InventoryInstance first = new InventoryInstance(database);
                OrderFacts orders = new OrderFacts(database)) {
            List<StockLine> delivery = IntStream.range(0, SKUS)
                    .mapToObj(i -> new StockLine(sku(i), perSku + i % 2))
                    .toList();
            first.troupe().commands().send(new ReceiveStock(MAIN, "opening", delivery));
            orders.append(
                    IntStream.range(0, ORDERS).mapToObj(ManyOrdersTest::order).toList());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(reserved()).isEqualTo(ORDERS));
        }
        assertThat(StoredFacts.query(database, "SELECT stream FROM events.snapshot"))
                .containsExactly(MAIN.stream());
        try (InventoryInstance later = new InventoryInstance(database)) {
            later.troupe()
                    .commands()
                    .send(new ReserveStock(
                            MAIN,
                            new OrderId("one-more"),
                            List.of(new StockLine(sku(0), 1), new StockLine(sku(1), 1))));
        }
        assertThat(((StockReservationRejected) StoredFacts.of(database, MAIN).getLast()).shortages())
                .containsExactly(new Shortage(sku(0), 1, 0));
    }

    private long reserved() {
        return StoredFacts.query(database, "SELECT event_id::text FROM events.event WHERE type = 'stock.reserved'")
                .size();
    }

    private static OrderPlaced order(int number) {
        OrderLine[] lines = IntStream.range(0, LINES)
                .mapToObj(i -> new OrderLine(sku((number * LINES + i) % SKUS), 1, 100))
                .toArray(OrderLine[]::new);
        return OrderFacts.placedOrder(new OrderId("order-" + number), MAIN, lines);
    }

    private static Sku sku(int number) {
        return new Sku("SKU-" + number);
    }
}
