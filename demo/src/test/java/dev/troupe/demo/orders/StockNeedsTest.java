package dev.troupe.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockNeedsTest {

    private static final Sku MUG = new Sku("MUG");
    private static final Sku TOTE = new Sku("TOTE");

    private final StockNeeds needs = new StockNeeds();

    @Test
    void theNeedIsTheSumOverAllOrdersAndPrices() {
        needs.add(orderOf(new OrderLine(TOTE, 1, 100), new OrderLine(MUG, 2, 100), new OrderLine(MUG, 3, 90)));
        needs.add(orderOf(new OrderLine(MUG, 4, 100)));

        assertThat(needs.exactly()).containsExactly(new StockLine(MUG, 9), new StockLine(TOTE, 1));
    }

    @Test
    void orSoManyOfEachAsIsSaid() {
        needs.add(orderOf(new OrderLine(TOTE, 1, 100), new OrderLine(MUG, 200, 100)));

        assertThat(needs.ofEach(20)).containsExactly(new StockLine(MUG, 20), new StockLine(TOTE, 20));
    }

    @Test
    void aNeedBeyondWhatADeliveryCanHoldIsCut() {
        needs.add(orderOf(new OrderLine(MUG, Integer.MAX_VALUE, 1), new OrderLine(MUG, 2, 2)));

        assertThat(needs.exactly()).containsExactly(new StockLine(MUG, Integer.MAX_VALUE));
    }

    private static IncomingOrder orderOf(OrderLine... lines) {
        return OrderFixture.anOrder("or-1", List.of(lines));
    }
}
