package dev.troupe.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRequestTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void theBodyIsWhatOrderServiceDocuments() throws JsonProcessingException {
        IncomingOrder order =
                OrderFixture.anOrder("or-536365", List.of(new OrderLine(new Sku("BANK CHARGES"), 6, 255)));

        assertThat(json.readTree(json.writeValueAsString(OrderRequest.of(order))))
                .isEqualTo(json.readTree("""
                                {
                                  "orderId": "or-536365",
                                  "customerId": "17850",
                                  "customerTier": "STANDARD",
                                  "contact": {
                                    "name": "Edsger Knight",
                                    "email": "customer-17850@example.com",
                                    "address": "48 High Street, EIRE"
                                  },
                                  "country": "EIRE",
                                  "currency": "GBP",
                                  "lines": [{"sku": "BANK CHARGES", "quantity": 6, "unitPriceMinor": 255}],
                                  "orderedAt": "2010-12-01T08:26:00Z",
                                  "origin": {"channel": "import", "file": "orders.csv", "firstRow": 3, "lastRow": 4}
                                }
                                """));
    }
}
