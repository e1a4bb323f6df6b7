package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** A row of a file that is no order, from the import to the order it becomes in the end, typed as a person would. */
class RejectedRowsStoryTest {

    private static final String MENDED = """
            {"orderId": "%s", "customerId": "17850", "country": "United Kingdom", "currency": "GBP",
             "contact": {"name": "Ada", "email": "ada@example.com", "address": "1 Main Street"},
             "lines": [{"sku": "%s", "quantity": %d, "unitPriceMinor": 339}]}""";

    private final RunningSystem system = RunningSystem.get();
    private final Shop shop = new Shop(system);
    private final Terminal terminal = new Terminal(system);
    private final String order = Shop.newName("order");
    private final String sku = Shop.newName("SKU");

    @Test
    void aRowThatIsNoOrderIsHeldMendedAndGoesOnWithItsOrigin() throws Exception {
        shop.receive(sku, 5);
        String file = order + ".csv";

        assertThat(terminal.type("""
                cat > %s <<'END'
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                900001,71053,LANTERN,two,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
                END
                ./troupe import %s""".formatted(file, file)))
                .contains("Rows that are no part of an order: {MALFORMED=1}", "orders placed: 0");
        String id = idOfRowsFrom(file);
        assertThat(terminal.type("./troupe quarantine show " + id))
                .contains("row 1: HELD", "the Quantity 'two' is not a number", "900001,71053,LANTERN,two");

        assertThat(release(id, "absent.json")).contains("There is no file absent.json.", "exit code 10");
        assertThat(release(id, file)).contains(file + " is no JSON object", "exit code 10");
        write("wrong.json", MENDED.formatted(order, sku, 0));
        assertThat(release(id, "wrong.json"))
                .contains("/lines/0/quantity must be greater than or equal to 1", "exit code 14");
        write("mended.json", MENDED.formatted(order, sku, 2));
        assertThat(release(id, "mended.json")).contains("Released as order " + order, "exit code 0");

        JsonNode origin = shop.told(order, "order.placed").getFirst().path("origin");
        assertThat(origin.path("channel").asText()).isEqualTo("quarantine");
        assertThat(origin.path("file").asText()).isEqualTo(file);
        assertThat(origin.path("firstRow").asInt()).isEqualTo(1);
        assertThat(release(id, "mended.json")).contains("was released by", "exit code 14");
    }

    private String release(String id, String file) {
        return terminal.type("./troupe quarantine release %s --order %s; echo exit code $?".formatted(id, file));
    }

    private void write(String file, String content) {
        terminal.type("cat > %s <<'END'%n%s%nEND".formatted(file, content));
    }

    private String idOfRowsFrom(String file) throws JsonProcessingException {
        JsonNode list = new ObjectMapper().readTree(terminal.type("./troupe quarantine list --json"));
        return list.valueStream()
                .filter(entry -> entry.path("source").asText().equals(file))
                .map(entry -> entry.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(list.toString()));
    }
}
