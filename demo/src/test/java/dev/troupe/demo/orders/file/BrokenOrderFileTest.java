package dev.troupe.demo.orders.file;

import static dev.troupe.demo.orders.file.OrderFileFixture.HEADER;
import static dev.troupe.demo.orders.file.OrderFileFixture.bytes;
import static dev.troupe.demo.orders.file.OrderFileFixture.gzip;
import static dev.troupe.demo.orders.file.OrderFileFixture.row;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troupe.demo.orders.IncomingOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOrderFileTest {

    private final List<IncomingOrder> orders = new ArrayList<>();

    private final Path folder;

    BrokenOrderFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aGoodFileIsReadPlainAndGzippedWhateverItsName() {
        byte[] plain = bytes(row("1", "A"), row("2", "A"));

        assertThat(read(plain)).isEqualTo(read(gzip(plain))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF" + HEADER + "\n",
                HEADER + "\r\n",
                HEADER,
                "\"InvoiceNo\",StockCode, Description ,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
            })
    void aFileWithoutOrdersIsNotBroken(String content) {
        assertThat(read(content.getBytes(UTF_8))).isZero();
    }

    @Test
    void anEmptyFileIsBroken() {
        assertBroken(new byte[0], "orders.csv is empty");
    }

    @Test
    void aFileThatDoesNotBeginWithTheHeaderIsBrokenAndTheMessageShowsWhatItBeginsWith() {
        assertBroken(
                "Invoice;StockCode\u0007\n".getBytes(UTF_8),
                "orders.csv is not a file of orders: its first line must be '" + HEADER
                        + "', but it is 'Invoice;StockCode?'");
        assertBroken(row("1", "A").getBytes(UTF_8), "first line must be");
        assertBroken(HEADER.getBytes(UTF_16), "first line must be");
        assertBroken((HEADER + ",More\n").getBytes(UTF_8), "first line must be");
    }

    @Test
    void aWorkbookIsToldFromCsv() {
        assertBroken("PK\u0003\u0004 and so on".getBytes(UTF_8), "Excel workbook: save it as CSV first");
    }

    @Test
    void bytesThatAreNoLinesAreBrokenWithoutReadingThemAllIntoMemory() {
        byte[] noLines = new byte[3 << 20];
        Arrays.fill(noLines, (byte) 'x');

        assertBroken(noLines, "is not CSV");
    }

    @Test
    void aFileNameTravelsWithTheOrderWithoutWhatNoNameMayHold() throws IOException {
        read(Files.write(folder.resolve("a\\b\n.csv"), bytes(row("1", "A"))));

        assertThat(orders)
                .singleElement()
                .extracting(order -> order.origin().file())
                .isEqualTo("a_b_.csv");
    }

    @Test
    void aMissingFileIsBroken() {
        assertThatExceptionOfType(BrokenOrderFileException.class)
                .isThrownBy(() -> read(folder.resolve("missing.csv")))
                .withMessage("missing.csv does not exist");
    }

    @Test
    void aFolderIsBroken() {
        assertThatExceptionOfType(BrokenOrderFileException.class)
                .isThrownBy(() -> read(folder))
                .withMessageContaining("is a folder, not a file of orders");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 500, 5_000, -1})
    void aTruncatedGzipIsBrokenWhereverItEnds(int length) {
        byte[] whole = gzip(manyOrders());
        byte[] truncated = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

        assertBroken(truncated, "the compressed file is truncated");
    }

    @Test
    void anInvoiceThatTheDamageCutsOffIsNoOrder() {
        byte[] whole = gzip(manyOrders());

        BrokenOrderFileException broken = assertBroken(Arrays.copyOf(whole, whole.length / 2), "truncated");

        assertThat(broken.rowsBefore()).isGreaterThan(100);
        assertThat(broken).hasMessageContaining("(" + broken.rowsBefore() + " rows before that could be read)");
        assertThat(orders).isNotEmpty().allSatisfy(order -> assertThat(order.rows())
                .hasSize(3));
        assertThat(orders.size() * 3).isBetween(broken.rowsBefore() - 3, broken.rowsBefore());
    }

    @Test
    void aDamagedGzipIsBroken() {
        byte[] damaged = gzip(manyOrders());
        damaged[damaged.length - 6] ^= 1;

        assertBroken(damaged, "is damaged");
    }

    @Test
    void damageAfterTheLastOrderWantedDoesNoHarm() throws IOException {
        byte[] whole = gzip(manyOrders());
        Path file = Files.write(folder.resolve("orders.csv"), Arrays.copyOf(whole, whole.length / 2));

        new OnlineRetailFile(file).read(5, orders::add, row -> {});

        assertThat(orders).hasSize(5);
    }

    private BrokenOrderFileException assertBroken(byte[] content, String message) {
        return assertThatExceptionOfType(BrokenOrderFileException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining(message)
                .actual();
    }

    private int read(byte[] content) {
        try {
            return read(Files.write(folder.resolve("orders.csv"), content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int read(Path file) {
        orders.clear();
        return new OnlineRetailFile(file)
                .read(OnlineRetailFile.NO_LIMIT, orders::add, row -> {})
                .orders();
    }

    /** Three rows each, of prices that compress badly. */
    private static byte[] manyOrders() {
        Random random = new Random(1);
        return bytes(IntStream.range(0, 9_000)
                .mapToObj(i -> row(String.valueOf(i / 3), "SKU-" + random.nextInt(1_000_000), "1", "1.00"))
                .toArray(String[]::new));
    }
}
