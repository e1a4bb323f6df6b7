package dev.troupe.demo.orders.file;

import static dev.troupe.demo.orders.file.OrderFileFixture.read;
import static dev.troupe.demo.orders.file.OrderFileFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.file.OrderFileFixture.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCheckTest {

    @ParameterizedTest
    @CsvSource({"2.55,255", "2.5,250", "2,200", "2.550,255", "0.01,1", "' 2.55 ',255", "+2.55,255", ".5,50", "5.,500"})
    void aPriceBecomesPenceExactly(String price, long pence) {
        assertThat(read(row("1", "A", "1", price)).onlyOrder().lines())
                .singleElement()
                .extracting(line -> line.unitPriceMinor())
                .isEqualTo(pence);
    }

    @ParameterizedTest
    @CsvSource({"6,6", "' 6 ',6", "+6,6", "6.0,6", "007,7", "2147483647,2147483647"})
    void aQuantityIsAnyWholeNumberThatAnOrderCanHold(String quantity, int pieces) {
        assertThat(read(row("1", "A", quantity, "0.01")).onlyOrder().lines())
                .singleElement()
                .extracting(line -> line.quantity())
                .isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1,A,X,1,2010-12-01 08:26:00,1.00,,UK,extra       | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,1.00,                | MALFORMED
            1                                                | MALFORMED
            ,,,,,,,                                          | MALFORMED
            ,A,X,1,2010-12-01 08:26:00,1.00,,UK              | MALFORMED
            1,,X,1,2010-12-01 08:26:00,1.00,,UK              | MALFORMED
            1, ,X,1,2010-12-01 08:26:00,1.00,,UK             | MALFORMED
            1,A,X,,2010-12-01 08:26:00,1.00,,UK              | MALFORMED
            1,A,X,one,2010-12-01 08:26:00,1.00,,UK           | MALFORMED
            1,A,X,1.5,2010-12-01 08:26:00,1.00,,UK           | MALFORMED
            1,A,X,1e3,2010-12-01 08:26:00,1.00,,UK           | MALFORMED
            1,A,X,0x10,2010-12-01 08:26:00,1.00,,UK          | MALFORMED
            1,A,X,NaN,2010-12-01 08:26:00,1.00,,UK           | MALFORMED
            1,A,X,2147483648,2010-12-01 08:26:00,1.00,,UK    | MALFORMED
            1,A,X,1 000,2010-12-01 08:26:00,1.00,,UK         | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,,,UK                 | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,£1,,UK               | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,0.001,,UK            | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,2.555,,UK            | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,-0.005,,UK           | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,99999999999999999,,UK| MALFORMED
            1,A,X,1,2010-02-30 08:26:00,1.00,,UK             | MALFORMED
            1,A,X,1,yesterday,1.00,,UK                       | MALFORMED
            1,A,X,1,,1.00,,UK                                | MALFORMED
            1,A,X,1,2010-12-01 08:26:00,1.00,no customer!,UK | MALFORMED
            C1,A,X,one,2010-12-01 08:26:00,1.00,,UK          | MALFORMED
            C1,A,X,-1,2010-12-01 08:26:00,1.00,,UK           | CREDIT_NOTE
            C1,A,X,1,2010-12-01 08:26:00,1.00,,UK            | CREDIT_NOTE
            C1,A,X,0,2010-12-01 08:26:00,0,,UK               | CREDIT_NOTE
            c1,A,X,1,2010-12-01 08:26:00,1.00,,UK            | CREDIT_NOTE
            1,A,X,0,2010-12-01 08:26:00,1.00,,UK             | NON_POSITIVE_QUANTITY
            1,A,X,-10,2010-12-01 08:26:00,0.0,,UK            | NON_POSITIVE_QUANTITY
            1,A,X,-9999999999,2010-12-01 08:26:00,1.00,,UK   | NON_POSITIVE_QUANTITY
            1,A,X,1,2010-12-01 08:26:00,0.0,,UK              | NON_POSITIVE_PRICE
            1,A,X,1,2010-12-01 08:26:00,0.0000,,UK           | NON_POSITIVE_PRICE
            1,A,X,1,2010-12-01 08:26:00,-11062.06,,UK        | NON_POSITIVE_PRICE
            """)
    void theFirstReasonThatAppliesCounts(String row, QuarantineReason reason) {
        Reading reading = read(row);

        assertThat(reading.orders()).isEmpty();
        assertThat(reading.reasons()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "12/1/2010 8:26, 2010-12-01T08:26:00Z",
        "2011-07-01 08:26:00, 2011-07-01T07:26:00Z",
        "7/1/2011 8:26, 2011-07-01T07:26:00Z",
    })
    void aDateIsTheShopsTimeInBothSpellings(String date, Instant instant) {
        IncomingOrder order = read("1,A,X,1," + date + ",1.00,,UK").onlyOrder();

        assertThat(order.orderedAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"17850.0,17850", "17850,17850", "' 17850.00',17850", "K-7,K-7"})
    void aCustomerIsNamedAsTheShopMeantIt(String cell, String customer) {
        IncomingOrder order =
                read("1,A,X,1,2010-12-01 08:26:00,1.00," + cell + ",UK").onlyOrder();

        assertThat(order.customerId().value()).isEqualTo(customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"85123A", "POST", "BANK CHARGES", "gift_0001_20", "15056bl", "D"})
    void everyNameOfGoodsInTheDataSetIsAccepted(String sku) {
        assertThat(read(row("1", sku)).onlyOrder().lines())
                .singleElement()
                .extracting(line -> line.sku().value())
                .isEqualTo(sku);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the Quantity '1.5' is not a whole number", "the UnitPrice '0.001' is finer than a penny"})
    void theDetailSaysWhatIsWrongInWords(String detail) {
        Reading reading = read(row("1", "A", "1.5", "1.00"), row("2", "A", "1", "0.001"));

        assertThat(reading.quarantined()).extracting(QuarantinedRow::detail).contains(detail);
        assertThat(reading.reasons()).isEqualTo(List.of(QuarantineReason.MALFORMED, QuarantineReason.MALFORMED));
    }
}
