package dev.troupe.demo.orders.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    @Test
    void linesMayEndAsAnySystemEndsThem() throws IOException {
        assertThat(rows("a,b\nc,d\r\ne,f\rg,h")).extracting(Row::raw).containsExactly("a,b", "c,d", "e,f", "g,h");
    }

    @Test
    void emptyLinesAreNoRows() throws IOException {
        assertThat(rows("\na\n\r\n\nb\n\n")).extracting(Row::number).containsExactly(1, 2);
    }

    @Test
    void aQuotedCellHoldsCommasQuotesAndLineBreaks() throws IOException {
        List<Row> rows = rows("1,\"7\"\" FRAME, RED\r\nOR BLUE\",2\n3\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cells()).containsExactly("1", "7\" FRAME, RED\r\nOR BLUE", "2");
        assertThat(rows.getFirst().raw()).isEqualTo("1,\"7\"\" FRAME, RED\r\nOR BLUE\",2");
    }

    @Test
    void aQuotationMarkInsideACellIsPartOfIt() throws IOException {
        assertThat(rows("1,FRAME 7\" WIDE,2\n").getFirst().cells()).containsExactly("1", "FRAME 7\" WIDE", "2");
    }

    @Test
    void aStrayQuotationMarkCostsItsOwnRowAlone() throws IOException {
        List<Row> rows = rows("1,a\n2,\"b\n3,c\n4,d\n");

        assertThat(rows).extracting(Row::raw).containsExactly("1,a", "2,\"b", "3,c", "4,d");
        assertThat(rows).extracting(Row::neverClosed).containsExactly(false, true, false, false);
    }

    @Test
    void aStrayQuotationMarkDoesNotTakeALaterQuotedCellForItsEnd() throws IOException {
        List<Row> rows = rows("1,\"a,x\n2,b,x\n3,\"c, d\",x\n");

        assertThat(rows).extracting(Row::raw).containsExactly("1,\"a,x", "2,b,x", "3,\"c, d\",x");
        assertThat(rows.getLast().cells()).containsExactly("3", "c, d", "x");
    }

    @Test
    void manyStrayQuotationMarksCostNoMoreThanTheirRows() throws IOException {
        assertThat(rows("1,\"x\n".repeat(5_000))).hasSize(5_000);
    }

    @Test
    void textThatIsNotUtf8IsReadAsLatin1() throws IOException {
        byte[] latin = "£5".getBytes(ISO_8859_1);
        byte[] utf8 = "\n£6".getBytes(UTF_8);
        byte[] both = new byte[latin.length + utf8.length];
        System.arraycopy(latin, 0, both, 0, latin.length);
        System.arraycopy(utf8, 0, both, latin.length, utf8.length);

        assertThat(rows(both)).extracting(Row::raw).containsExactly("£5", "£6");
    }

    @Property(tries = 300)
    void whateverACsvLibraryWritesIsReadAsItWasMeant(@ForAll("tables") List<List<String>> table) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(table);
        }

        assertThat(rows(text.toString())).extracting(Row::cells).isEqualTo(table);
    }

    @Property(tries = 500)
    void noTextIsLostWhateverItIs(@ForAll("anyText") String text) throws IOException {
        StringBuilder raw = new StringBuilder();
        rows(text).forEach(row -> raw.append(row.raw()));

        assertThat(raw.toString().replaceAll("[\r\n]", "")).isEqualTo(text.replaceAll("[\r\n]", ""));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab1 ,\"\r\n").ofMaxLength(5);
        // A row of one empty cell is written as an empty line, which is no row.
        return cell.list().ofMinSize(2).ofMaxSize(4).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings().withChars("a1,\"\"\r\n\n").ofMaxLength(60);
    }

    private static List<Row> rows(String text) throws IOException {
        return rows(text.getBytes(UTF_8));
    }

    private static List<Row> rows(byte[] text) throws IOException {
        try (RowReader reader = new RowReader(new LineReader(new ByteArrayInputStream(text)))) {
            List<Row> rows = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
