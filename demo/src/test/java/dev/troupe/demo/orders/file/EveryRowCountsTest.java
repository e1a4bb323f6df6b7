package dev.troupe.demo.orders.file;

import static dev.troupe.demo.orders.file.OrderFileFixture.HEADER;
import static dev.troupe.demo.orders.file.OrderFileFixture.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.file.OrderFileFixture.Reading;
import dev.troupe.events.OrderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class EveryRowCountsTest {

    /** A row and what is wrong with it by itself. */
    record SampleRow(String invoice, String sku, Flaw flaw, String description) {

        String text() {
            return String.join(
                    ",",
                    invoice,
                    sku,
                    description,
                    flaw.quantity,
                    "2010-12-01 08:26:00",
                    flaw.price,
                    "",
                    "EIRE" + flaw.tail);
        }

        boolean readable() {
            return !invoice.isEmpty();
        }

        Set<QuarantineReason> ownReason() {
            if (!readable() || sku.isEmpty() || flaw.reason.contains(QuarantineReason.MALFORMED)) {
                return Set.of(QuarantineReason.MALFORMED);
            }
            return invoice.startsWith("C") ? Set.of(QuarantineReason.CREDIT_NOTE) : flaw.reason;
        }
    }

    enum Flaw {
        NONE("2", "1.10", "", Set.of()),
        NOT_A_NUMBER("two", "1.10", "", Set.of(QuarantineReason.MALFORMED)),
        TOO_FINE("2", "1.101", "", Set.of(QuarantineReason.MALFORMED)),
        TOO_WIDE("2", "1.10", ",more", Set.of(QuarantineReason.MALFORMED)),
        NO_QUANTITY("0", "-1", "", Set.of(QuarantineReason.NON_POSITIVE_QUANTITY)),
        NO_PRICE("2", "0.00", "", Set.of(QuarantineReason.NON_POSITIVE_PRICE));

        private final String quantity;
        private final String price;
        private final String tail;
        private final Set<QuarantineReason> reason;

        Flaw(String quantity, String price, String tail, Set<QuarantineReason> reason) {
            this.quantity = quantity;
            this.price = price;
            this.tail = tail;
            this.reason = reason;
        }
    }

    @Property(tries = 300)
    void everyRowIsInExactlyOneOrderOrOnceInQuarantine(@ForAll("rows") List<SampleRow> rows) {
        Reading reading = readAll(rows);

        List<Integer> all = Stream.concat(
                        reading.orders().stream().map(IncomingOrder::rows).flatMap(List::stream),
                        reading.quarantined().stream().map(QuarantinedRow::row))
                .sorted()
                .toList();
        assertThat(all).isEqualTo(IntStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(reading.counts().rows()).isEqualTo(rows.size());
        assertThat(reading.quarantined()).allSatisfy(row -> assertThat(row.raw())
                .isEqualTo(rows.get(row.row() - 1).text()));
    }

    @Property(tries = 300)
    void everyRowIsJudgedAsAPlainReadingOfTheRulesJudgesIt(@ForAll("rows") List<SampleRow> rows) {
        Map<Integer, QuarantineReason> judged = readAll(rows).quarantined().stream()
                .collect(Collectors.toMap(QuarantinedRow::row, QuarantinedRow::reason));

        assertThat(judged).isEqualTo(expected(rows));
    }

    @Property(tries = 300)
    void theCountsAreThoseOfWhatWasRead(@ForAll("rows") List<SampleRow> rows) {
        Reading reading = readAll(rows);

        assertThat(reading.counts().orders()).isEqualTo(reading.orders().size());
        assertThat(reading.counts().lines())
                .isEqualTo(reading.orders().stream()
                        .mapToInt(order -> order.lines().size())
                        .sum());
        assertThat(reading.counts().quarantined())
                .isEqualTo(reading.quarantined().stream()
                        .collect(Collectors.toMap(QuarantinedRow::reason, row -> 1, Integer::sum)));
        int rowsInOrders = rows.size() - reading.quarantined().size();
        assertThat(reading.counts().totalMinor()).isEqualTo(rowsInOrders * 220L);
    }

    @Property(tries = 300)
    void noLineIsDoubleAndNoOrderToo(@ForAll("rows") List<SampleRow> rows) {
        Reading reading = readAll(rows);

        assertThat(reading.orderIds()).doesNotHaveDuplicates();
        assertThat(reading.orders())
                .allSatisfy(order ->
                        assertThat(order.lines()).extracting(OrderLine::sku).doesNotHaveDuplicates());
    }

    @Property(tries = 300)
    void aLimitedReadingIsTheBeginningOfTheWholeOne(
            @ForAll("rows") List<SampleRow> rows, @ForAll @IntRange(min = 1, max = 5) int limit) {
        Reading whole = readAll(rows);
        Reading limited = readUpTo(limit, rows);
        int wanted = Math.min(limit, whole.orders().size());
        int counted = limited.counts().rows();

        assertThat(limited.orderIds()).isEqualTo(whole.orderIds().subList(0, wanted));
        assertThat(quarantinedRows(limited))
                .isEqualTo(quarantinedRows(whole).stream()
                        .filter(row -> row <= counted)
                        .toList());
        assertThat(counted)
                .isEqualTo(
                        wanted < limit
                                ? rows.size()
                                : endOfInvoice(rows, limited.orders().getLast()));
    }

    @Provide
    Arbitrary<List<SampleRow>> rows() {
        Arbitrary<String> invoice = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of("1", "2", "3", "4")), Tuple.of(1, Arbitraries.of("C5", "")));
        Arbitrary<String> sku = Arbitraries.frequency(Tuple.of(5, "A"), Tuple.of(5, "B C"), Tuple.of(1, ""));
        Arbitrary<Flaw> flaw = Arbitraries.oneOf(Arbitraries.just(Flaw.NONE), Arbitraries.of(Flaw.class));
        Arbitrary<String> description =
                Arbitraries.of("", "X", "7\" FRAME", "\"A, B\"", "\"TWO\r\nLINES\"", "\"7\"\"\"", " \" ", "£ö");
        return Combinators.combine(invoice, sku, flaw, description)
                .as(SampleRow::new)
                .list()
                .ofMaxSize(25)
                .map(EveryRowCountsTest::mostlyTogether);
    }

    /** Invoices mostly stand together: swap some neighbours of the sorted rows. */
    private static List<SampleRow> mostlyTogether(List<SampleRow> rows) {
        List<SampleRow> together = new ArrayList<>(rows);
        together.sort((one, other) -> one.invoice().compareTo(other.invoice()));
        for (int i = 0; i + 1 < rows.size(); i += 1 + rows.get(i).description().length()) {
            Collections.swap(together, i, i + 1);
        }
        return together;
    }

    private static Reading readAll(List<SampleRow> rows) {
        return readUpTo(OnlineRetailFile.NO_LIMIT, rows);
    }

    private static Reading readUpTo(int limit, List<SampleRow> rows) {
        String text = rows.stream().map(row -> "\r\n" + row.text()).collect(Collectors.joining("", HEADER, ""));
        return read(limit, text.getBytes(UTF_8));
    }

    private static List<Integer> quarantinedRows(Reading reading) {
        return reading.quarantined().stream().map(QuarantinedRow::row).toList();
    }

    private static Map<Integer, QuarantineReason> expected(List<SampleRow> rows) {
        Set<String> ended = new HashSet<>();
        return IntStream.rangeClosed(1, rows.size())
                .boxed()
                .filter(number -> {
                    boolean follows = number > 1
                            && !rows.get(number - 2)
                                    .invoice()
                                    .equals(rows.get(number - 1).invoice());
                    if (follows) {
                        ended.add(rows.get(number - 2).invoice());
                    }
                    return true;
                })
                .map(number -> Map.entry(number, reasons(rows.get(number - 1), ended)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    private static Set<QuarantineReason> reasons(SampleRow row, Set<String> ended) {
        Set<QuarantineReason> own = row.ownReason();
        boolean split = own.isEmpty() && ended.contains(row.invoice());
        return split ? Set.of(QuarantineReason.SPLIT_INVOICE) : own;
    }

    private static int endOfInvoice(List<SampleRow> rows, IncomingOrder order) {
        int last = order.rows().getLast();
        Function<Integer, String> invoice = number -> rows.get(number - 1).invoice();
        while (last < rows.size() && invoice.apply(last + 1).equals(invoice.apply(last))) {
            last++;
        }
        return last;
    }
}
