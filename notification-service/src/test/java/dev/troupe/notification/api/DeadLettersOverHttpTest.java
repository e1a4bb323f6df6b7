package dev.troupe.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.access.Role;
import dev.troupe.test.TestTokens;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersOverHttpTest implements TestPropertyProvider {

    private final Surroundings surroundings = new Surroundings();
    private final PlantedOrders others = new PlantedOrders(surroundings.database);

    @Inject
    EmbeddedServer server;

    private Http http;

    @Override
    public Map<String, String> getProperties() {
        return surroundings.properties();
    }

    @BeforeAll
    void connect() {
        http = new Http(server.getPort());
    }

    @AfterAll
    void leave() {
        others.close();
        surroundings.close();
    }

    @Test
    void aLetterIsShownWithItsCauseAndCanBeTriedAgain() {
        String path = "/operator/dead-letters/" + letterOf("never-placed");

        JsonNode shown = Http.json(http.get(path));
        assertThat(shown.at("/letter/causeMessage").asText()).contains("has no order.placed");
        assertThat(shown.at("/event/payload/orderId").asText()).isEqualTo("never-placed");
        assertThat(shown.at("/event/recordedAt").asText()).matches("\\d{4}-.*Z");

        JsonNode outcome = Http.json(post(path + "/retry", ""));
        assertThat(outcome.path("handled").asInt()).isZero();
        assertThat(outcome.at("/failures/0/cause").asText()).contains("has no order.placed");
        assertThat(Http.json(http.get(path)).at("/history/0/kind").asText()).isEqualTo("FAILED_AGAIN");
    }

    @Test
    void aLetterIsEditedAndDroppedWithAReason() {
        String path = "/operator/dead-letters/" + letterOf("to-be-dropped");

        Http.problem(post(path + "/edit", "{\"reason\":\"why\",\"payload\":{\"x\":1}}"), 422, "payload-unreadable");
        HttpResponse<String> edited = post(
                path + "/edit", "{\"reason\":\"why\",\"payload\":{\"orderId\":\"other\",\"warehouseId\":\"main\"}}");
        assertThat(Http.json(edited).at("/editedPayload/orderId").asText()).isEqualTo("other");
        Http.problem(post(path + "/drop", "{\"reason\":\"\"}"), 400, "reason-missing");
        assertThat(post(path + "/drop", "{\"reason\":\"a test\"}").statusCode()).isEqualTo(200);
        Http.problem(http.get(path), 404, "no-such-dead-letter");
    }

    @Test
    void whatMeansNothingIsRefused() {
        Http.problem(http.get("/operator/dead-letters?limit=0"), 400, "invalid-request");
        Http.problem(http.get("/operator/dead-letters/x"), 400, "invalid-request");
        Http.problem(http.get("/operator/dead-letters/99999999"), 404, "no-such-dead-letter");
        Http.problem(post("/operator/dead-letters/99999999/drop", "{\"reason\":"), 400, "invalid-request");
    }

    private String letterOf(String order) {
        others.happened("order-" + order, order, new OrderConfirmed(new OrderId(order), WarehouseId.MAIN));
        String list = "/operator/dead-letters?flowId=" + order;
        await().until(() -> Http.json(http.get(list)).path("items").size() == 1);
        return Http.json(http.get(list)).at("/items/0/id").asText();
    }

    private HttpResponse<String> post(String path, String body) {
        return Http.send(http.to(path)
                .header("Content-Type", "application/json")
                .header("Authorization", TestTokens.bearer("ada", Role.OPERATE))
                .POST(BodyPublishers.ofString(body)));
    }
}
