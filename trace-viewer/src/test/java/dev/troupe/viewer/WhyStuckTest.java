package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of the seven reasons, from what the services say and keep; inventory owes the reservation of a placed order at once. */
class WhyStuckTest {

    private static final String RUNNING =
            "{\"processor\":\"inventory-reactions\",\"segment\":0,\"state\":\"%s\",\"position\":%d,\"handled\":0,\"attempt\":%d,\"cause\":%s}";

    private final RunningViewer viewer = RunningViewer.shared();
    private final String orderId = RunningViewer.newOrderId();

    @BeforeEach
    void inventoryIsPastEverything() {
        viewer.report("inventory", RUNNING.formatted("running", 1_000_000, 0, "null"));
    }

    @Test
    void theProcessIsDown() {
        viewer.execute("UPDATE choreography.instance SET seen_at = now() - interval '7 seconds'");
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(reason("PROCESS_DOWN"))
                .contains("inventory-service owes stock.reserved", "its process is down", "ago");
    }

    @Test
    void theProcessorIsStopped() {
        viewer.report("inventory", "");
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(reason("PROCESSOR_STOPPED")).contains("inventory-reactions");
    }

    @Test
    void theProcessorIsRetrying() {
        viewer.report("inventory", RUNNING.formatted("retrying", 0, 3, "\"the database is full\""));
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(reason("RETRYING")).contains("attempt 3", "the database is full");
    }

    @Test
    void theProcessorIsLagging() {
        viewer.report("inventory", RUNNING.formatted("running", 0, 0, "null"));
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(reason("LAGGING")).contains("1000000 events behind");
    }

    @Test
    void theServiceHoldsADeadLetter() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.deadLetter("inventory", orderId, placed, "a line without a SKU");

        assertThat(reason("DEAD_LETTER")).contains("a line without a SKU");
        assertThat(viewer.json("/api/flows/" + orderId).path("deadLetters")).hasSize(1);
    }

    @Test
    void theServiceWaitsForTheOutside() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.execute(
                "INSERT INTO inventory.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                        + " VALUES ('call-warehouse', ?, convert_to(?, 'UTF8'), now() + interval '30 seconds', false, 1)",
                orderId,
                """
                {"flowId":"%s","causationId":"%s","requestedAt":"2026-01-01T00:00:00Z","attempt":4,
                 "waitingFor":"the warehouse does not answer","data":{}}""".formatted(orderId, placed));

        assertThat(reason("WAITING_FOR_OUTSIDE"))
                .contains("call-warehouse, tried 4 times", "the warehouse does not answer", "next try in");
    }

    @Test
    void howOftenAJobWasTriedIsSaidAsAPersonWould() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.job("inventory", "call-warehouse", orderId, placed, 0, null, 30);
        assertThat(reason("WAITING_FOR_OUTSIDE")).contains("call-warehouse, not tried yet; first try in");

        viewer.execute("DELETE FROM inventory.scheduled_tasks WHERE task_instance = ?", orderId);
        viewer.job("inventory", "call-warehouse", orderId, placed, 1, "the warehouse does not answer", 30);
        await().untilAsserted(() -> assertThat(stuck().path("why").asText())
                .contains("call-warehouse, tried once: the warehouse does not answer; next try in"));
    }

    @Test
    void theServiceHandledItAndPublishedNothing() {
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(reason("PUBLISHED_NOTHING")).contains("is past position");
    }

    @Test
    void whatIsOwedButNotDueIsNotStuck() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.append(orderId, "stock.reserved", "inventory", placed, "{}");

        await().untilAsserted(() -> {
            JsonNode details = viewer.json("/api/flows/" + orderId);
            assertThat(details.path("flow").path("status").asText()).isEqualTo("OPEN");
            assertThat(details.path("story").asText()).contains("payment-service is to publish payment.authorized");
        });
    }

    @Test
    void changedDeclarationsChangeWhatIsOwedForOldEventsToo() {
        viewer.append(orderId, "stock.adjusted", "inventory", null, "{\"sku\":\"MUG\"}");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("ENDED"));

        viewer.declare("order", "WhenStockAdjustedThenTell", "stock.adjusted", 0, "order.told");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("STUCK"));

        viewer.execute("DELETE FROM choreography.declaration WHERE service = 'order-service'");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("ENDED"));
    }

    /** The sentence about this order among all stuck flows, once it is there; the reason must be the given one. */
    private String reason(String expected) {
        JsonNode debt = await().until(this::stuck, found -> !found.isMissingNode());
        return debt.path("reason").asText().equals(expected)
                ? debt.path("why").asText()
                : "not " + expected + " but " + debt;
    }

    private JsonNode stuck() {
        for (JsonNode flow : viewer.json("/api/stuck").path("flows")) {
            if (flow.path("flow").path("flowId").asText().equals(orderId)) {
                return flow.path("debts").path(0);
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private String status() {
        return RunningViewer.parse(viewer.get("/api/flows/" + orderId))
                .path("flow")
                .path("status")
                .asText();
    }
}
