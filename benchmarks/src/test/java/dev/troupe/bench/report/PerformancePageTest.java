package dev.troupe.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.bench.measure.Goal;
import dev.troupe.bench.measure.Row;
import dev.troupe.bench.measure.Row.Median;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class PerformancePageTest {

    @TempDir
    private Path home;

    private Path page;

    @BeforeEach
    void aCopyOfThePage() throws IOException {
        page = home.resolve("docs/reference/performance.md");
        Files.createDirectories(page.getParent());
        Files.copy(Path.of("../docs/reference/performance.md"), page);
    }

    @Test
    void aPartIsReplacedAndTheRestIsKept() throws IOException {
        String before = Files.readString(page);

        new PerformancePage(home).write("store", "measured earlier");
        new PerformancePage(home).write("store", Table.of(rows()));
        new PerformancePage(home).write("flows", "flows");

        String after = Files.readString(page);
        assertThat(after)
                .contains("| append | events/s | Troupe 3,000 (2.00×); 10 + 20 µs<br>Axon JDBC 1,500; 10 + 20 µs |")
                .contains("| at least 1.5 × Axon JDBC | yes |")
                .doesNotContain("measured earlier");
        assertThat(after.lines().filter(line -> line.startsWith("#")))
                .containsExactlyElementsOf(
                        before.lines().filter(line -> line.startsWith("#")).toList());
    }

    @Test
    void aPartThatThePageLacksIsAnError() {
        assertThatThrownBy(() -> new PerformancePage(home).write("weather", "fine"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("weather");
    }

    @Test
    void theChartIsAPictureOfTheRatios() throws Exception {
        String svg = Chart.of(rows());

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(3);
        assertThat(svg).contains("2.00×", "4.00×");
    }

    private static List<Row> rows() {
        return List.of(
                new Row("append", "events/s", medians(3_000, 1_500), Goal.timesStock(1.5)),
                new Row("wait", "ms", medians(25, 100), Goal.atMost(30)));
    }

    private static Map<String, Median> medians(double ours, double stock) {
        Map<String, Median> medians = new LinkedHashMap<>();
        medians.put(Row.OURS, new Median(ours, 10, 20));
        medians.put(Row.STOCK, new Median(stock, 10, 20));
        return medians;
    }
}
