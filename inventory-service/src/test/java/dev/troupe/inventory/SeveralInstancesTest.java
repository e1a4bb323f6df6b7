package dev.troupe.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.Books;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.inventory.view.StockLevel;
import dev.troupe.inventory.view.StockLevelProjection;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Many orders want the same goods while two instances take in goods, count, let reservations expire, and decide on one warehouse. */
class SeveralInstancesTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku SCARCE = new Sku("SCARCE");
    private static final Sku PLENTY = new Sku("PLENTY");
    private static final int ORDERS = 200;
    private static final int CHANGES = 60;
    private static final Duration EXPIRY = Duration.ofSeconds(1);

    private final TestDatabase database = TestDatabase.create("inventory-service", "order-service");

    @Test
    void nothingIsOversoldNothingIsLostAndEverybodyAgrees() throws InterruptedException {
        try (InventoryInstance one = new InventoryInstance(database, EXPIRY);
                InventoryInstance other = new InventoryInstance(database, EXPIRY);
                OrderFacts orders = new OrderFacts(database)) {
            one.troupe().commands().send(receive("first", 100, 100_000));
            Thread changes = Thread.ofPlatform().start(() -> change(one.troupe(), "one"));
            Thread otherChanges = Thread.ofPlatform().start(() -> change(other.troupe(), "other"));
            IntStream.range(0, ORDERS).parallel().forEach(i -> order(orders, i));
            changes.join();
            otherChanges.join();

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(flowsEnded()).isEqualTo(ORDERS));
            Books books = checkedBooks();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(level(one.troupe(), SCARCE)).isEqualTo(booked(books, SCARCE));
                assertThat(level(one.troupe(), PLENTY)).isEqualTo(booked(books, PLENTY));
            });
            one.troupe().commands().send(wantOneTooMany("of-one", books));
            other.troupe().commands().send(wantOneTooMany("of-other", books));
        }
        checkEverybodyCountedTheSame();
    }

    /** Each instance says how much it believes to be there, by rejecting an order for one piece more. */
    private void checkEverybodyCountedTheSame() {
        List<InventoryEvent> facts = StoredFacts.of(database, MAIN);
        long available = checkedBooks().available(SCARCE);
        assertThat(facts.subList(facts.size() - 2, facts.size()))
                .allSatisfy(fact -> assertThat(((StockReservationRejected) fact).shortages())
                        .containsExactly(new Shortage(SCARCE, (int) available + 1, available)));
    }

    private static ReserveStock wantOneTooMany(String order, Books books) {
        return new ReserveStock(
                MAIN, new OrderId(order), List.of(new StockLine(SCARCE, (int) books.available(SCARCE) + 1)));
    }

    /** Takes goods in, counts goods away, and sends every request twice as an impatient client does. */
    private static void change(Troupe instance, String name) {
        for (int i = 0; i < CHANGES; i++) {
            String id = name + "-" + i;
            Object command = i % 2 == 0 ? receive(id, 1, 1) : new AdjustStock(MAIN, id, SCARCE, -1, "counted");
            sendUntilAnswered(instance, command);
            sendUntilAnswered(instance, command);
        }
    }

    private static void sendUntilAnswered(Troupe instance, Object command) {
        for (int attempt = 1; ; attempt++) {
            try {
                instance.commands().send(command);
                return;
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isEqualTo("stock-reserved");
                return;
            } catch (ConcurrencyException lost) {
                assertThat(attempt).isLessThan(20);
            }
        }
    }

    private static void order(OrderFacts orders, int i) {
        OrderId order = new OrderId("order-" + i);
        orders.placed(order, MAIN, new OrderLine(PLENTY, 1 + i % 5, 100), new OrderLine(SCARCE, 1 + i % 3, 100));
        switch (i % 3) {
            case 0 -> orders.confirmed(order, MAIN);
            case 1 -> orders.cancelled(order, MAIN);
            default -> {
                // Nobody ever says what becomes of it, so its reservation expires.
            }
        }
    }

    private int flowsEnded() {
        return Integer.parseInt(StoredFacts.query(
                        database,
                        "SELECT count(*) FROM events.event WHERE type IN"
                                + " ('stock.reservation-rejected', 'stock.reservation-expired', 'stock.released', 'shipment.dispatched')")
                .getFirst());
    }

    private Books checkedBooks() {
        Books books = new Books();
        for (InventoryEvent fact : StoredFacts.of(database, MAIN)) {
            books.enter(fact);
            assertThat(books.reserved(SCARCE)).isBetween(0L, books.onHand(SCARCE));
            assertThat(books.reserved(PLENTY)).isBetween(0L, books.onHand(PLENTY));
        }
        return books;
    }

    private static List<Long> level(Troupe instance, Sku sku) {
        StockLevel row = instance.view(StockLevelProjection.class)
                .find(StockLevel.idOf(MAIN, sku))
                .orElseThrow();
        return List.of(row.onHand(), row.reserved(), row.available());
    }

    private static List<Long> booked(Books books, Sku sku) {
        return List.of(books.onHand(sku), books.reserved(sku), books.available(sku));
    }

    private static ReceiveStock receive(String delivery, int scarce, int plenty) {
        return new ReceiveStock(MAIN, delivery, List.of(new StockLine(SCARCE, scarce), new StockLine(PLENTY, plenty)));
    }
}
