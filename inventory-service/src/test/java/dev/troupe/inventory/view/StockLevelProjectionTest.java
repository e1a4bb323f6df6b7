package dev.troupe.inventory.view;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MAIN;
import static dev.troupe.inventory.domain.WarehouseFixture.MUG;
import static dev.troupe.inventory.domain.WarehouseFixture.ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.OTHER_ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.dispatched;
import static dev.troupe.inventory.domain.WarehouseFixture.expired;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.lampsAdjusted;
import static dev.troupe.inventory.domain.WarehouseFixture.mugs;
import static dev.troupe.inventory.domain.WarehouseFixture.received;
import static dev.troupe.inventory.domain.WarehouseFixture.released;
import static dev.troupe.inventory.domain.WarehouseFixture.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent.StockReceived;
import dev.troupe.events.WarehouseId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockLevelProjectionTest {

    private static Map<String, StockLevel> fold(Object... facts) {
        return Folded.by(new StockLevelProjection(), facts);
    }

    @Test
    void countsWhatCameWhatIsThereAndWhatLeft() {
        assertThat(fold(
                        received(lamps(10), mugs(3), lamps(1)),
                        lampsAdjusted(-1),
                        reserved(ORDER, lamps(4), mugs(3)),
                        reserved(OTHER_ORDER, lamps(2)),
                        dispatched(ORDER, lamps(4), mugs(3))))
                .isEqualTo(Map.of(
                        "main/LAMP", new StockLevel("main/LAMP", MAIN, LAMP, 6, 2, 4, 11, -1, 4, false),
                        "main/MUG", new StockLevel("main/MUG", MAIN, MUG, 0, 0, 0, 3, 0, 3, true)));
    }

    @Test
    void whatIsGivenBackIsAvailableAgain() {
        StockLevel before = fold(received(lamps(10))).get("main/LAMP");
        assertThat(fold(received(lamps(10)), reserved(ORDER, lamps(4)), released(ORDER, lamps(4)))
                        .get("main/LAMP"))
                .isEqualTo(before);
        assertThat(fold(received(lamps(10)), reserved(ORDER, lamps(4)), expired(ORDER, lamps(4)))
                        .get("main/LAMP"))
                .isEqualTo(before);
    }

    @Test
    void whatIsAllSetAsideIsSoldOut() {
        assertThat(fold(received(lamps(4)), reserved(ORDER, lamps(4))).get("main/LAMP"))
                .isEqualTo(new StockLevel("main/LAMP", MAIN, LAMP, 4, 4, 0, 4, 0, 0, true));
    }

    @Test
    void aReleaseOfNothingTouchesNothing() {
        assertThat(fold(released(ORDER))).isEmpty();
    }

    @Test
    void warehousesAreCountedApart() {
        WarehouseId other = new WarehouseId("other");
        assertThat(fold(received(lamps(4)), new StockReceived(other, "delivery-1", List.of(lamps(5)))))
                .hasEntrySatisfying("main/LAMP", row -> assertThat(row.onHand()).isEqualTo(4))
                .hasEntrySatisfying(
                        "other/LAMP", row -> assertThat(row.onHand()).isEqualTo(5));
    }
}
