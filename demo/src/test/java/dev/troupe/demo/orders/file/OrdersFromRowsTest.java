package dev.troupe.demo.orders.file;

import static dev.troupe.demo.orders.file.OrderFileFixture.read;
import static dev.troupe.demo.orders.file.OrderFileFixture.row;
import static dev.troupe.demo.orders.file.QuarantineReason.CREDIT_NOTE;
import static dev.troupe.demo.orders.file.QuarantineReason.MALFORMED;
import static dev.troupe.demo.orders.file.QuarantineReason.NON_POSITIVE_QUANTITY;
import static dev.troupe.demo.orders.file.QuarantineReason.SPLIT_INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.file.OrderFileFixture.Reading;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersFromRowsTest {

    @Test
    void theRowsOfAnInvoiceAreOneOrder() {
        IncomingOrder order = read(row("536365", "85123A", "6", "2.55"), row("536365", "71053", "6", "3.39"))
                .onlyOrder();

        assertThat(order.orderId().value()).isEqualTo("or-536365");
        assertThat(order.customerId().value()).isEqualTo("17850");
        assertThat(order.country()).isEqualTo("United Kingdom");
        assertThat(order.currency()).isEqualTo("GBP");
        assertThat(order.lines())
                .containsExactly(new OrderLine(new Sku("85123A"), 6, 255), new OrderLine(new Sku("71053"), 6, 339));
        assertThat(order.totalMinor()).isEqualTo(3564);
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        assertThat(order.origin().channel()).isEqualTo("import");
        assertThat(order.origin().firstRow()).isEqualTo(1);
        assertThat(order.origin().lastRow()).isEqualTo(2);
        assertThat(order.rows()).containsExactly(1, 2);
    }

    @Test
    void rowsOfTheSameGoodsAndPriceMergeIntoOneLineWhereverTheyStand() {
        Reading reading = read(
                row("1", "A", "2", "1.50"),
                row("1", "B", "1", "1.50"),
                row("1", "A", "3", "1.5"),
                row("1", "A", "4", "1.60"));

        assertThat(reading.onlyOrder().lines())
                .containsExactly(
                        new OrderLine(new Sku("A"), 5, 150),
                        new OrderLine(new Sku("B"), 1, 150),
                        new OrderLine(new Sku("A"), 4, 160));
        assertThat(reading.counts()).isEqualTo(new InputCounts(4, 1, 3, Map.of(), 1540));
    }

    @Test
    void goodsThatDifferInCaseAloneAreDifferentGoods() {
        assertThat(read(row("1", "15056BL"), row("1", "15056bl")).onlyOrder().lines())
                .hasSize(2);
    }

    @Test
    void aMissingCustomerIsTheGuestOfTheInvoice() {
        IncomingOrder order =
                read("536414,A,,1,2010-12-01 11:52:00,1.0,,France").onlyOrder();

        assertThat(order.customerId().value()).isEqualTo("guest-536414");
    }

    @Test
    void aCustomerNamedInAnyRowIsTheCustomerOfTheOrder() {
        IncomingOrder order = read(
                        "1,A,,1,2010-12-01 11:52:00,1.0,,France", "1,B,,1,2010-12-01 11:52:00,1.0,12583.0,France")
                .onlyOrder();

        assertThat(order.customerId().value()).isEqualTo("12583");
    }

    @Test
    void theOtherRowsOfAnInvoiceGoOnWhenOneIsQuarantined() {
        Reading reading = read(row("1", "A"), row("1", "B", "0", "1.00"), "1,too,few", row("1", "C"));

        assertThat(reading.onlyOrder().rows()).containsExactly(1, 4);
        assertThat(reading.onlyOrder().origin().lastRow()).isEqualTo(4);
        assertThat(reading.reasons()).containsExactly(NON_POSITIVE_QUANTITY, MALFORMED);
        assertThat(reading.counts())
                .isEqualTo(new InputCounts(4, 1, 2, Map.of(NON_POSITIVE_QUANTITY, 1, MALFORMED, 1), 200));
    }

    @Test
    void anInvoiceWithNoRowLeftIsNoOrder() {
        Reading reading = read(row("C1", "A", "-1", "1.00"), row("2", "A", "-1", "1.00"));

        assertThat(reading.orders()).isEmpty();
        assertThat(reading.reasons()).containsExactly(CREDIT_NOTE, NON_POSITIVE_QUANTITY);
    }

    @Test
    void anInvoiceThatIsSeenAgainLaterKeepsItsOrderAndOnlyItsLaterRowsAreQuarantined() {
        Reading reading = read(row("1", "A"), row("2", "A"), row("1", "B"), row("1", "C", "0", "1.00"), row("3", "A"));

        assertThat(reading.orderIds()).containsExactly("or-1", "or-2", "or-3");
        assertThat(reading.orders().getFirst().rows()).containsExactly(1);
        assertThat(reading.reasons()).containsExactly(SPLIT_INVOICE, NON_POSITIVE_QUANTITY);
    }

    @Test
    void anInvoiceIsSeenEvenIfAllItsRowsWereQuarantined() {
        Reading reading = read(row("1", "A", "0", "1.00"), row("2", "A"), row("1", "A"));

        assertThat(reading.orderIds()).containsExactly("or-2");
        assertThat(reading.reasons()).containsExactly(NON_POSITIVE_QUANTITY, SPLIT_INVOICE);
    }

    @Test
    void aCreditNoteBetweenItsRowsSplitsAnInvoice() {
        Reading reading = read(row("542806", "A"), row("C542805", "A", "-1", "1.00"), row("542806", "B"));

        assertThat(reading.orderIds()).containsExactly("or-542806");
        assertThat(reading.reasons()).containsExactly(CREDIT_NOTE, SPLIT_INVOICE);
    }

    @Test
    void aRowWithoutAReadableInvoiceNumberEndsTheInvoiceBeforeIt() {
        Reading reading = read(row("1", "A"), row(" ", "A"), row("1", "B"));

        assertThat(reading.onlyOrder().rows()).containsExactly(1);
        assertThat(reading.reasons()).containsExactly(MALFORMED, SPLIT_INVOICE);
    }

    @Test
    void everyOddInvoiceNumberHasAnOrderIdOfItsOwn() {
        Reading reading =
                read(row("A/1", "X"), row("A:1", "X"), row("A 1", "X"), row("A1", "X"), row("Ä1", "X"), row("a1", "X"));

        assertThat(reading.orderIds())
                .containsExactly("or-A:2F1", "or-A:3A1", "or-A:201", "or-A1", "or-:C3:841", "or-a1");
    }

    @Test
    void anOrderThatNoNumberCanHoldIsNotMadeButTheRestOfItIs() {
        Reading pieces = read(row("1", "A", "2147483647", "0.01"), row("1", "A", "1", "0.01"), row("1", "B"));
        Reading total = read(
                row("1", "A", "1000000", "90000.00"), row("1", "B", "1000000", "10000.01"), row("1", "C", "1", "1"));

        assertThat(pieces.onlyOrder().rows()).containsExactly(1, 3);
        assertThat(total.onlyOrder().rows()).containsExactly(1, 3);
        assertThat(List.of(pieces.reasons(), total.reasons())).containsOnly(List.of(MALFORMED));
    }

    @Test
    void aQuarantinedRowIsKeptWithAllThatIsNeededToMendIt() {
        String raw = "1,A,\"A \"\"RED\"\" ONE,\r\nON TWO LINES\",x,2010-12-01 08:26:00,1.00,,EIRE";

        assertThat(read(row("1", "B"), raw).quarantined()).singleElement().satisfies(row -> {
            assertThat(row.file()).startsWith("orders").endsWith(".csv");
            assertThat(row.row()).isEqualTo(2);
            assertThat(row.detail()).isEqualTo("the Quantity 'x' is not a number");
            assertThat(row.raw()).isEqualTo(raw);
        });
    }
}
