package dev.troupe.demo.orders.file;

import static dev.troupe.demo.orders.file.OrderFileFixture.read;
import static dev.troupe.demo.orders.file.OrderFileFixture.row;
import static dev.troupe.demo.orders.file.QuarantineReason.CREDIT_NOTE;
import static dev.troupe.demo.orders.file.QuarantineReason.MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.demo.orders.file.OrderFileFixture.Reading;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static final String GOOD = row("1", "A");
    private static final String OTHER = row("2", "A");

    @Test
    void readingStopsAfterTheLastOrderWanted() {
        Reading reading = read(2, GOOD, OTHER, row("2", "B"), row("3", "A"), row("4", "A"));

        assertThat(reading.orderIds()).containsExactly("or-1", "or-2");
        assertThat(reading.counts()).isEqualTo(new InputCounts(3, 2, 3, Map.of(), 300));
    }

    @Test
    void aQuarantinedRowAtTheEndOfTheLastInvoiceCounts() {
        Reading reading = read(1, GOOD, "1,too,few", OTHER);

        assertThat(reading.counts()).isEqualTo(new InputCounts(2, 1, 1, Map.of(MALFORMED, 1), 100));
    }

    @Test
    void aRowOfNoInvoiceAfterTheLastOrderDoesNotCount() {
        Reading reading = read(1, GOOD, row("", "A"), row("1", "B"));

        assertThat(reading.counts()).isEqualTo(new InputCounts(1, 1, 1, Map.of(), 100));
        assertThat(reading.quarantined()).isEmpty();
    }

    @Test
    void aCreditNoteBetweenTheOrdersCountsAndOneAfterTheLastDoesNot() {
        String note = row("C9", "A");

        assertThat(read(1, GOOD, note, OTHER).counts().quarantined()).isEmpty();
        assertThat(read(2, GOOD, note, OTHER, row("C8", "A")).counts())
                .isEqualTo(new InputCounts(3, 2, 2, Map.of(CREDIT_NOTE, 1), 200));
    }

    @Test
    void anInvoiceThatIsNoOrderDoesNotUseUpTheLimit() {
        assertThat(read(1, row("C9", "A"), row("8", "A", "0", "1.00"), GOOD, OTHER)
                        .orderIds())
                .containsExactly("or-1");
    }

    @Test
    void aLimitBeyondTheEndReadsEverything() {
        assertThat(read(9, GOOD, OTHER).counts()).isEqualTo(read(GOOD, OTHER).counts());
    }

    @Test
    void noOrderAtAllCannotBeWanted() {
        assertThatThrownBy(() -> new OnlineRetailFile(Path.of("any.csv")).open(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
