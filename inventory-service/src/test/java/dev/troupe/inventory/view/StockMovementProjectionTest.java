package dev.troupe.inventory.view;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MAIN;
import static dev.troupe.inventory.domain.WarehouseFixture.MUG;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.lampsAdjusted;
import static dev.troupe.inventory.domain.WarehouseFixture.mugs;
import static dev.troupe.inventory.domain.WarehouseFixture.received;
import static dev.troupe.inventory.view.Folded.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.inventory.view.StockMovement.Change;
import dev.troupe.inventory.view.StockMovement.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockMovementProjectionTest {

    @Test
    void deliveriesAndAdjustmentsAreKept() {
        assertThat(Folded.by(new StockMovementProjection(), received(lamps(5), mugs(1)), lampsAdjusted(-2)))
                .isEqualTo(Map.of(
                        "main/DELIVERY/delivery-1",
                        new StockMovement(
                                "main/DELIVERY/delivery-1",
                                MAIN,
                                Kind.DELIVERY,
                                "delivery-1",
                                List.of(new Change(LAMP, 5), new Change(MUG, 1)),
                                null,
                                START),
                        "main/ADJUSTMENT/adjustment-1",
                        new StockMovement(
                                "main/ADJUSTMENT/adjustment-1",
                                MAIN,
                                Kind.ADJUSTMENT,
                                "adjustment-1",
                                List.of(new Change(LAMP, -2)),
                                "counted",
                                START.plusSeconds(1))));
    }
}
