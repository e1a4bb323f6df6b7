package dev.troupe.inventory.view;

import static dev.troupe.inventory.domain.WarehouseFixture.LAMP;
import static dev.troupe.inventory.domain.WarehouseFixture.MUG;
import static dev.troupe.inventory.domain.WarehouseFixture.ORDER;
import static dev.troupe.inventory.domain.WarehouseFixture.lamps;
import static dev.troupe.inventory.domain.WarehouseFixture.mugs;
import static dev.troupe.inventory.domain.WarehouseFixture.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.inventory.view.PiecesBySku.Pieces;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PiecesBySkuTest {

    private final AtomicInteger counts = new AtomicInteger();
    private final PiecesBySku<StockReserved> pieces = new PiecesBySku<>(fact -> {
        counts.incrementAndGet();
        return fact.lines();
    });

    @Test
    void linesOfTheSameSkuAddUp() {
        assertThat(pieces.byKey(reserved(ORDER, lamps(2), mugs(1), lamps(Integer.MAX_VALUE))))
                .isEqualTo(
                        Map.of("main/LAMP", new Pieces(LAMP, 2L + Integer.MAX_VALUE), "main/MUG", new Pieces(MUG, 1)));
    }

    @Test
    void theLinesOfAFactAreCountedOnceHoweverManyRowsAskForThem() {
        StockReserved fact = reserved(ORDER, lamps(2), mugs(1));
        pieces.byKey(fact);
        pieces.byKey(fact);
        assertThat(counts).hasValue(1);
    }

    @Test
    void anotherFactIsCountedAnew() {
        pieces.byKey(reserved(ORDER, lamps(2)));
        assertThat(pieces.byKey(reserved(ORDER, lamps(3)))).isEqualTo(Map.of("main/LAMP", new Pieces(LAMP, 3)));
    }
}
