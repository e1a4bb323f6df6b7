package dev.troupe.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots outlive the code that wrote them, so their shape is pinned; whoever changes it raises the revision. */
class WarehouseSnapshotTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Sku SOAP = new Sku("SOAP / 100 G");

    private final RunningWarehouse warehouse = RunningWarehouse.snapshotting();

    @Test
    void holdsStockOpenReservationsAndWhatIsRemembered() throws JsonProcessingException {
        warehouse.handle(new ReceiveStock(warehouse.id(), "delivery-1", List.of(new StockLine(SOAP, 9))));
        warehouse.handle(new AdjustStock(warehouse.id(), "adjustment-1", SOAP, -1, "counted"));
        warehouse.handle(new ReserveStock(warehouse.id(), new OrderId("open"), List.of(new StockLine(SOAP, 2))));
        warehouse.handle(new ReleaseStock(warehouse.id(), new OrderId("ended")));

        assertThat(JSON.readTree(warehouse.snapshot()))
                .isEqualTo(JSON.readTree("""
                        {
                          "stream": "%s",
                          "stock": {"levels": {"LAMP": {"onHand": 1, "reserved": 0}, "SOAP / 100 G": {"onHand": 8, "reserved": 2}}},
                          "reservations": {
                            "open": {"open": {"lines": [{"sku": "SOAP / 100 G", "quantity": 2}], "scheduled": false}},
                            "ended": {"ended": 0}
                          },
                          "deliveries": {"first-delivery": 72201481, "delivery-1": 1733729047},
                          "adjustments": {"adjustment-1": -1131145024}
                        }
                        """.formatted(warehouse.id().stream())));
    }
}
