package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningOrderService.Shared.class)
class DescribingItselfTest {

    private final RunningOrderService service;

    DescribingItselfTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void theServiceShowsTheChoreographyAsJsonAsTextAndAsAPicture() {
        JsonNode facts = json(service.get("/choreography")).path("facts");
        assertThat(facts).extracting(fact -> fact.path("name").asText()).contains("order.placed");
        assertThat(service.get("/choreography", "Accept", "text/markdown").body())
                .startsWith("# The choreography")
                .contains("WhenOrderPlacedThenRemindOfTimeOut");
        assertThat(service.get("/choreography", "Accept", "text/vnd.mermaid").body())
                .startsWith("flowchart LR");
    }

    @Test
    void theServiceDescribesWhatItPublishesAndReceives() {
        JsonNode description = json(service.get("/asyncapi"));
        assertThat(description.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(description
                        .path("operations")
                        .path("publish.order.placed")
                        .path("action")
                        .asText())
                .isEqualTo("send");
        assertThat(description
                        .at("/components/messages/order.placed/payload/schema/required")
                        .size())
                .isPositive();
    }
}
