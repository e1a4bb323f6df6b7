package dev.troupe.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.RunningInventory.Answer;
import dev.troupe.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What inventory does about orders, from event store to event store. */
class InventoryChoreographyTest {

    private static final Sku LAMP = new Sku("LAMP");
    private static final Sku MUG = new Sku("MUG");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static RunningInventory inventory;

    @SuppressWarnings("NullAway.Init")
    private static OrderFacts orders;

    private final WarehouseId warehouse = new WarehouseId("w-" + UUID.randomUUID());
    private final OrderId order = new OrderId("o-" + UUID.randomUUID());

    @BeforeAll
    static void start() {
        database = TestDatabase.create("inventory-service", "order-service");
        inventory = RunningInventory.on(database, "troupe.inventory.reservation-expiry=2s");
        orders = new OrderFacts(database);
    }

    @AfterAll
    static void stop() {
        orders.close();
        inventory.close();
    }

    @Test
    void aConfirmedOrderIsReservedScheduledAndDispatched() {
        receive(LAMP, 10);
        orders.placed(order, warehouse, line(LAMP, 3), line(LAMP, 1));
        awaitStatus("RESERVED");
        orders.confirmed(order, warehouse);
        awaitStatus("DISPATCHED");

        awaitStock(LAMP, "\"onHand\":6", "\"reserved\":0", "\"shipped\":4");
        assertThat(facts()).containsExactly("stock.reserved", "shipment.scheduled", "shipment.dispatched");
    }

    @Test
    void anOrderWithOneLineShortIsRejectedWhole() {
        receive(LAMP, 10);
        orders.placed(order, warehouse, line(LAMP, 3), line(MUG, 1));
        awaitStatus("REJECTED");

        assertThat(reservation().get("shortages").toString())
                .isEqualTo("[{\"sku\":\"MUG\",\"wanted\":1,\"available\":0}]");
        assertThat(facts()).containsExactly("stock.reservation-rejected");
        awaitStock(LAMP, "\"onHand\":10", "\"reserved\":0");
    }

    @Test
    void aCancelledOrderReleasesItsStock() {
        receive(LAMP, 10);
        orders.placed(order, warehouse, line(LAMP, 3));
        orders.cancelled(order, warehouse);
        awaitStatus("RELEASED");

        assertThat(facts()).containsExactly("stock.reserved", "stock.released");
        awaitStock(LAMP, "\"onHand\":10", "\"reserved\":0");
    }

    @Test
    void aReservationThatIsNotScheduledExpiresAndALateConfirmationChangesNothing() {
        receive(LAMP, 10);
        orders.placed(order, warehouse, line(LAMP, 3));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(facts())
                .containsExactly("stock.reserved", "stock.reservation-expired"));
        orders.confirmed(order, warehouse);
        OrderId next = new OrderId("o-" + UUID.randomUUID());
        orders.placed(next, warehouse, line(LAMP, 10));

        await().untilAsserted(() -> assertThat(statusOf(next)).isEqualTo("RESERVED"));
        assertThat(facts()).containsExactly("stock.reserved", "stock.reservation-expired");
    }

    @Test
    void whatFollowsAnOrderBelongsToItsFlowAndNamesItsCause() {
        receive(LAMP, 10);
        orders.placed(order, warehouse, line(LAMP, 3));
        orders.confirmed(order, warehouse);
        awaitStatus("DISPATCHED");

        assertThat(StoredFacts.query(database, """
                        SELECT e.type || ' <- ' || cause.type FROM events.event e
                        JOIN events.event cause ON cause.event_id::text = e.metadata->>'causationId'
                        WHERE e.metadata->>'correlationId' = ? AND e.metadata->>'source' LIKE 'inventory-service/%'
                        ORDER BY e.position""", order.value()))
                .containsExactly(
                        "stock.reserved <- order.placed",
                        "shipment.scheduled <- order.confirmed",
                        "shipment.dispatched <- shipment.scheduled");
    }

    private void receive(Sku sku, int quantity) {
        Answer answer = inventory.post(
                "/warehouses/" + warehouse + "/deliveries",
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(sku, quantity));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(statusOf(order)).isEqualTo(status));
    }

    private static String statusOf(OrderId order) {
        return inventory.get("/reservations/" + order).json().path("status").asText();
    }

    private JsonNode reservation() {
        return inventory.get("/reservations/" + order).json();
    }

    private void awaitStock(Sku sku, String... parts) {
        await().untilAsserted(() -> assertThat(inventory
                        .get("/warehouses/" + warehouse + "/stock/" + sku)
                        .body())
                .contains(parts));
    }

    /** What inventory said about the order, in its order. */
    private List<String> facts() {
        return StoredFacts.query(
                database,
                "SELECT type FROM events.event WHERE stream = ? AND metadata->>'correlationId' = ? ORDER BY position",
                warehouse.stream(),
                order.value());
    }

    private static OrderLine line(Sku sku, int quantity) {
        return new OrderLine(sku, quantity, 100);
    }
}
