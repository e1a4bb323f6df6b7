package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingFlowsTest {

    private final RunningViewer viewer = RunningViewer.shared();
    private final String orderId = RunningViewer.newOrderId();

    @Test
    void anOrderIsFoundByItsIdItsCustomerAndItsGoods() {
        String customer = "c-" + UUID.randomUUID();
        String sku = "SKU-" + UUID.randomUUID();
        viewer.placeOrder(orderId, customer, sku);

        for (String text : List.of(orderId, orderId.substring(0, 20), customer, sku)) {
            await().untilAsserted(() -> assertThat(idsOf("?q=" + text)).containsExactly(orderId));
        }
        assertThat(idsOf("?customer=" + customer + "&sku=" + sku)).containsExactly(orderId);
        assertThat(idsOf("?customer=" + customer + "&sku=other")).isEmpty();
        assertThat(idsOf("?q=" + orderId + "&minDuration=600000")).isEmpty();
        assertThat(idsOf("?q=" + orderId + "&minAge=600")).isEmpty();
    }

    @Test
    void aPercentSignIsSearchedForAsItIs() {
        viewer.placeOrder(orderId, "c-1", "MUG");

        await().untilAsserted(() -> assertThat(idsOf("?q=" + orderId)).hasSize(1));
        assertThat(idsOf("?q=%25")).isEmpty();
    }

    @Test
    void aCancelledOrderIsFoundByItsReasonAndByAnyFactInIt() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        String rejected = viewer.append(orderId, "stock.reservation-rejected", "inventory", placed, "{}");
        String cancelled =
                viewer.append(orderId, "order.cancelled", "order", rejected, "{\"reason\":\"OUT_OF_STOCK\"}");
        viewer.append(orderId, "payment.cancelled", "payment", cancelled, "{}");

        await().untilAsserted(() -> assertThat(idsOf("?outcome=OUT_OF_STOCK&type=payment.cancelled&q=" + orderId))
                .containsExactly(orderId));
        JsonNode details = viewer.json("/api/flows/" + orderId);
        assertThat(details.path("flow").path("latencyMillis").isNumber()).isTrue();
        assertThat(details.path("story").asText())
                .startsWith("Cancelled after ")
                .contains(": out of stock; payment cancelled ")
                .contains(" later");
        assertThat(details.path("events").get(1).path("causeId").asText()).isEqualTo(placed);
    }

    @Test
    void personalValuesAreMasked() {
        viewer.placeOrder(orderId, "c-1", "MUG");

        await().until(() -> viewer.get("/api/flows/" + orderId).statusCode() == 200);
        assertThat(viewer.get("/api/flows/" + orderId).body())
                .doesNotContain("c2VjcmV0")
                .contains("personal, sealed");
    }

    @Test
    void whatIsErasedIsShownAsErased() {
        String customer = "c-" + UUID.randomUUID();
        viewer.execute("INSERT INTO keys.subject_key (subject, key_id, shredded_at) VALUES (?, 'k', now())", customer);
        viewer.placeOrder(orderId, customer, "MUG");

        await().until(() -> viewer.get("/api/flows/" + orderId).statusCode() == 200);
        assertThat(viewer.get("/api/flows/" + orderId).body()).contains("personal, erased");
    }

    @Test
    void aListIsReadPageByPageWithoutMissingOrRepeatingAFlow() {
        String customer = "c-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            viewer.placeOrder(RunningViewer.newOrderId(), customer, "MUG");
        }
        await().until(() -> idsOf("?customer=" + customer).size() == 5);

        JsonNode first = viewer.json("/api/flows?limit=3&customer=" + customer);
        JsonNode second = viewer.json("/api/flows?limit=3&customer=%s&after=%s"
                .formatted(customer, first.path("next").asText()));

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    }

    @Test
    void aFlowThatIsNotThereIsAProblemThatSaysSo() {
        HttpResponse<String> answer = viewer.get("/api/flows/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningViewer.parse(answer).path("type").asText()).isEqualTo("urn:troupe:problem:flow-not-found");
    }

    @Test
    void aStatusThatDoesNotExistIsAProblemThatNamesTheOnesThatDo() {
        HttpResponse<String> answer = viewer.get("/api/flows?status=LOST");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ENDED", "OPEN", "STUCK");
    }

    private List<String> idsOf(String query) {
        return ids(viewer.json("/api/flows" + query));
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items").findValuesAsText("flowId");
    }
}
