package dev.troupe.inventory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.inventory.RunningInventory;
import dev.troupe.inventory.RunningInventory.Answer;
import dev.troupe.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockOverHttpTest {

    @SuppressWarnings("NullAway.Init")
    private static RunningInventory inventory;

    /** A warehouse for each test. */
    private final String warehouse = "/warehouses/w-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        inventory = RunningInventory.on(TestDatabase.create("inventory-service"));
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void aDeliveryIsAcceptedAndCountsAsStock() {
        Answer answer = deliver("{\"deliveryId\":\"d-1\",\"lines\":[{\"sku\":\"BANK CHARGES\",\"quantity\":5},"
                + "{\"sku\":\"MUG\",\"quantity\":2},{\"sku\":\"MUG\",\"quantity\":1}]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(warehouse + "/deliveries/d-1");
        assertThat(answer.header("Flow-Id")).isEqualTo("d-1");
        assertThat(answer.json().get("deliveryId").asText()).isEqualTo("d-1");
        await().untilAsserted(() -> assertThat(inventory
                        .get(answer.header("Location"))
                        .json()
                        .at("/lines/0/quantity")
                        .asInt())
                .isEqualTo(5));
        await().untilAsserted(
                        () -> assertThat(stock("MUG").path("onHand").asInt()).isEqualTo(3));
        assertThat(stock("BANK%20CHARGES").toString())
                .contains("\"onHand\":5", "\"reserved\":0", "\"available\":5", "\"soldOut\":false");
    }

    @Test
    void whatWasAcceptedIsNeverNotFound() {
        for (int i = 0; i < 50; i++) {
            Answer delivery = deliver("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}");
            Answer seen = inventory.get(delivery.header("Location"));
            assertThat(seen.status()).as(seen.body()).isEqualTo(200);
            assertThat(seen.json().get("deliveryId")).isEqualTo(delivery.json().get("deliveryId"));
            Answer adjustment = adjust("{\"sku\":\"MUG\",\"delta\":-1,\"reason\":\"broken\"}");
            Answer adjusted = inventory.get(adjustment.header("Location"));
            assertThat(adjusted.status()).as(adjusted.body()).isEqualTo(200);
            assertThat(adjusted.json().get("adjustmentId"))
                    .isEqualTo(adjustment.json().get("adjustmentId"));
        }
    }

    @Test
    void anAdjustmentIsAcceptedAndShown() {
        deliver("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}");
        Answer answer = adjust("{\"adjustmentId\":\"a-1\",\"sku\":\"MUG\",\"delta\":-2,\"reason\":\"broken\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(warehouse + "/adjustments/a-1");
        assertThat(answer.header("Flow-Id")).isEqualTo("a-1");
        await().untilAsserted(() -> assertThat(
                        inventory.get(answer.header("Location")).body())
                .contains("\"delta\":-2", "\"reason\":\"broken\"", "\"sku\":\"MUG\""));
        await().untilAsserted(
                        () -> assertThat(stock("MUG").path("onHand").asInt()).isEqualTo(3));
    }

    @Test
    void goodsThatAreNotThereCannotBeTakenAway() {
        Answer answer = adjust("{\"sku\":\"MUG\",\"delta\":-1,\"reason\":\"broken\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("stock-reserved");
    }

    @Test
    void aNameMadeForADeliverySaysWhatItIs() {
        assertThat(deliver("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}").header("Flow-Id"))
                .startsWith("delivery-");
        assertThat(adjust("{\"sku\":\"MUG\",\"delta\":1,\"reason\":\"found\"}").header("Flow-Id"))
                .startsWith("adjustment-");
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAgainAndDoneOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}";
        Answer first = inventory.post(warehouse + "/deliveries", body, "Idempotency-Key", key);
        Answer second = inventory.post(warehouse + "/deliveries", body, "Idempotency-Key", key);
        Answer other = inventory.post(warehouse + "/deliveries", body.replace("5", "6"), "Idempotency-Key", key);

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        adjust("{\"adjustmentId\":\"last\",\"sku\":\"SOAP\",\"delta\":1,\"reason\":\"found\"}");
        await().untilAsserted(
                        () -> assertThat(stock("SOAP").path("onHand").asInt()).isEqualTo(1));
        assertThat(stock("MUG").path("onHand").asInt()).isEqualTo(5);
    }

    @Test
    void aDeliveryOfAKnownNameWithOtherGoodsIsRefused() {
        deliver("{\"deliveryId\":\"d-1\",\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}");
        assertThat(deliver("{\"deliveryId\":\"d-1\",\"lines\":[{\"sku\":\"MUG\",\"quantity\":5}]}")
                        .status())
                .isEqualTo(202);
        Answer other = deliver("{\"deliveryId\":\"d-1\",\"lines\":[{\"sku\":\"MUG\",\"quantity\":6}]}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("delivery-already-exists");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deliveries  | {"lines":[]}                                                     | /lines
                    deliveries  | {}                                                               | /lines
                    deliveries  | {"lines":[{"sku":"A","quantity":0}]}                             | /lines/0/quantity
                    deliveries  | {"lines":[{"sku":" A","quantity":1}]}                            | /lines/0/sku
                    deliveries  | {"lines":[{"quantity":1}]}                                       | /lines/0/sku
                    deliveries  | {"deliveryId":"no/slash","lines":[{"sku":"A","quantity":1}]}     | /deliveryId
                    adjustments | {"sku":"A","delta":0,"reason":"why"}                             | /delta
                    adjustments | {"sku":"A","delta":1}                                            | /reason
                    adjustments | {"sku":"A","delta":1,"reason":" "}                               | /reason
                    adjustments | {"sku":"A","delta":1,"reason":"a\\u0000b"}                       | /reason
                    adjustments | {"adjustmentId":"","sku":"A","delta":1,"reason":"why"}           | /adjustmentId
                    """)
    void aMistakeInARequestIsPointedTo(String what, String body, String pointer) {
        Answer answer = inventory.post(warehouse + "/" + what, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void aDeliveryMayHaveTenThousandLinesAndNotOneMore() {
        String longSku = "S".repeat(90);
        assertThat(deliver(linesOf(longSku, 10_001)).status()).isEqualTo(400);
        Answer answer = deliver(linesOf(longSku, 10_000));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(stock(longSku + "9999").path("onHand").asInt()).isEqualTo(1));
    }

    @Test
    void theListIsPagedToItsEnd() {
        deliver(linesOf("SKU-", 25));
        await().untilAsserted(
                        () -> assertThat(stock("SKU-24").path("onHand").asInt()).isEqualTo(1));
        List<String> skus = new ArrayList<>();
        String next = warehouse + "/stock?limit=10";
        while (!next.isEmpty()) {
            Answer page = inventory.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(Long.parseLong(page.header("As-Of-Position"))).isNotNegative();
            page.json().get("items").forEach(item -> skus.add(item.get("sku").asText()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(skus)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "SKU-" + i).toList());
    }

    @Test
    void theListCanBeFiltered() {
        deliver("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":1},{\"sku\":\"A/B\",\"quantity\":2}]}");
        adjust("{\"sku\":\"MUG\",\"delta\":-1,\"reason\":\"broken\"}");
        await().untilAsserted(() -> assertThat(skus("?soldOut=true")).containsExactly("MUG"));
        assertThat(skus("?soldOut=false")).containsExactly("A/B");
        assertThat(skus("?sku=A/B")).containsExactly("A/B");
        assertThat(skus("?sku=C")).isEmpty();
        assertThat(inventory.get(warehouse + "/stock?soldOut=maybe").status()).isEqualTo(400);
        assertThat(inventory.get(warehouse + "/stock?after=%00").status()).isEqualTo(400);
        assertThat(inventory.get(warehouse + "/stock?limit=0").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/warehouses/nowhere/stock/MUG, stock-not-found",
        "/warehouses/nowhere/deliveries/d-1, delivery-not-found",
        "/warehouses/nowhere/adjustments/a-1, adjustment-not-found",
        "/reservations/o-1, reservation-not-found"
    })
    void whatNeverWasIsNotFound(String path, String type) {
        Answer answer = inventory.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo(type);
    }

    @Test
    void theExamplesOfTheDocumentationWork() {
        JsonNode paths = inventory.get("/v3/api-docs").json().get("paths");
        for (String what : List.of("deliveries", "adjustments")) {
            JsonNode examples = paths.at(
                    "/~1warehouses~1{warehouseId}~1" + what + "/post/requestBody/content/application~1json/examples");
            assertThat(examples.size()).as(what).isPositive();
            examples.forEach(example -> {
                JsonNode value = example.get("value");
                Answer answer =
                        inventory.post(warehouse + "/" + what, value.isTextual() ? value.asText() : value.toString());
                assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            });
        }
    }

    @Test
    void theServiceSaysThatItIsReady() {
        await().untilAsserted(() -> assertThat(
                        inventory.management("/actuator/health/readiness").status())
                .isEqualTo(200));
    }

    private Answer deliver(String body) {
        return inventory.post(warehouse + "/deliveries", body);
    }

    private Answer adjust(String body) {
        return inventory.post(warehouse + "/adjustments", body);
    }

    private JsonNode stock(String sku) {
        return inventory.get(warehouse + "/stock/" + sku).json();
    }

    private List<String> skus(String query) {
        List<String> skus = new ArrayList<>();
        inventory
                .get(warehouse + "/stock" + query)
                .json()
                .get("items")
                .forEach(item -> skus.add(item.get("sku").asText()));
        return skus;
    }

    private static String linesOf(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"sku\":\"%s%d\",\"quantity\":1}".formatted(prefix, i))
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }
}
