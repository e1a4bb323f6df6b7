package dev.troupe.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockTest {

    private static final Sku LAMP = new Sku("LAMP");
    private static final Sku MUG = new Sku("MUG");

    private final Stock stock = new Stock();

    @Test
    void whatWasNeverReceivedIsNotThere() {
        assertThat(stock.onHand(LAMP)).isZero();
        assertThat(stock.available(LAMP)).isZero();
        assertThat(stock.shortages(Demand.of(List.of(new StockLine(LAMP, 1)))))
                .containsExactly(new Shortage(LAMP, 1, 0));
    }

    @Test
    void setAsideGoodsAreOnHandButNotAvailable() {
        stock.receive(List.of(new StockLine(LAMP, 5)));
        stock.reserve(List.of(new StockLine(LAMP, 2)));
        assertThat(stock.onHand(LAMP)).isEqualTo(5);
        assertThat(stock.reserved(LAMP)).isEqualTo(2);
        assertThat(stock.available(LAMP)).isEqualTo(3);
    }

    @Test
    void releasedGoodsAreAvailableAgain() {
        stock.receive(List.of(new StockLine(LAMP, 5)));
        stock.reserve(List.of(new StockLine(LAMP, 2)));
        stock.release(List.of(new StockLine(LAMP, 2)));
        assertThat(stock.reserved(LAMP)).isZero();
        assertThat(stock.available(LAMP)).isEqualTo(5);
    }

    @Test
    void shippedGoodsAreNeitherOnHandNorSetAside() {
        stock.receive(List.of(new StockLine(LAMP, 5)));
        stock.reserve(List.of(new StockLine(LAMP, 2)));
        stock.ship(List.of(new StockLine(LAMP, 2)));
        assertThat(stock.onHand(LAMP)).isEqualTo(3);
        assertThat(stock.reserved(LAMP)).isZero();
    }

    @Test
    void theSameSkuOnSeveralLinesAddsUp() {
        stock.receive(List.of(new StockLine(LAMP, 5), new StockLine(MUG, 1), new StockLine(LAMP, 1)));
        Demand six = Demand.of(List.of(new StockLine(LAMP, 3), new StockLine(LAMP, 3)));
        Demand seven = Demand.of(List.of(new StockLine(LAMP, 3), new StockLine(LAMP, 4)));
        assertThat(stock.shortages(six)).isEmpty();
        assertThat(six.lines()).containsExactly(new StockLine(LAMP, 6));
        assertThat(stock.shortages(seven)).containsExactly(new Shortage(LAMP, 7, 6));
    }

    @Test
    void aDemandBeyondWhatALineCanHoldIsShortHoweverMuchIsThere() {
        StockLine most = new StockLine(LAMP, Integer.MAX_VALUE);
        stock.receive(List.of(most, most, most));
        assertThat(stock.shortages(Demand.of(List.of(most)))).isEmpty();
        assertThat(stock.shortages(Demand.of(List.of(most, new StockLine(LAMP, 1)))))
                .containsExactly(new Shortage(LAMP, Integer.MAX_VALUE, 3L * Integer.MAX_VALUE));
    }
}
