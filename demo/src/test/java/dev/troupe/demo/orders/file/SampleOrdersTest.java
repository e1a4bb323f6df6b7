package dev.troupe.demo.orders.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.orders.file.OrderFileFixture.Reading;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleOrdersTest {

    private static final Path EXCERPT = Path.of("..", "docs", "sample-orders", "online-retail-excerpt.csv");

    private final Reading reading = OrderFileFixture.read(OnlineRetailFile.NO_LIMIT, EXCERPT);

    @Test
    void theExcerptHasAnExampleOfEverythingThatCanBecomeOfARow() {
        assertThat(reading.counts())
                .isEqualTo(new InputCounts(
                        63,
                        15,
                        50,
                        Map.of(
                                QuarantineReason.MALFORMED, 4,
                                QuarantineReason.CREDIT_NOTE, 3,
                                QuarantineReason.NON_POSITIVE_QUANTITY, 1,
                                QuarantineReason.NON_POSITIVE_PRICE, 1,
                                QuarantineReason.SPLIT_INVOICE, 2),
                        165_466));
        assertThat(reading.quarantined().stream().map(QuarantinedRow::row))
                .containsExactly(28, 31, 35, 36, 37, 38, 40, 60, 61, 62, 63);
    }

    @Test
    void twoOrdersOfTheExcerptHaveMergedLines() {
        assertThat(reading.orders())
                .filteredOn(order -> order.lines().size() < order.rows().size())
                .extracting(order -> order.orderId().value())
                .containsExactly("or-539070", "or-539092");
    }
}
