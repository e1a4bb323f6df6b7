package dev.troupe.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.bench.measure.Row.Median;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void contendersTakeTurnsAndTheFirstRoundDoesNotCount() throws Exception {
        List<String> order = new ArrayList<>();
        Iterator<Double> values = List.of(1_000.0, 3.0, 1.0, 2.0).iterator();
        Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
        contenders.put("one", () -> slice(order, "one", values.next()));
        contenders.put("other", () -> slice(order, "other", 7));

        Map<String, Median> medians = new Turns(3).take(contenders);

        assertThat(order).containsExactly("one", "other", "one", "other", "one", "other", "one", "other");
        assertThat(medians.get("one")).isEqualTo(new Median(2, 1_000, 500));
        assertThat(medians.get("other")).extracting(Median::value).isEqualTo(7.0);
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        assertThat(Turns.percentile(50, 4, 1, 3, 2)).isEqualTo(2);
        assertThat(Turns.percentile(99, 4, 1, 3, 2)).isEqualTo(4);
        assertThat(Turns.percentile(0, 4, 1, 3, 2)).isEqualTo(1);
    }

    @Test
    void goalsCompareWithAxonsEngineOrStandAlone() {
        Map<String, Median> medians = Map.of(Row.OURS, median(15), Row.STOCK, median(10));

        assertThat(new Row("", "", medians, Goal.timesStock(1.5)).met()).isTrue();
        assertThat(new Row("", "", medians, Goal.timesStock(1.6)).met()).isFalse();
        assertThat(new Row("", "", medians, Goal.partOfStock(1.5)).met()).isTrue();
        assertThat(new Row("", "", medians, Goal.partOfStock(1.4)).met()).isFalse();
        assertThat(new Row("", "", medians, Goal.atLeast(15)).met()).isTrue();
        assertThat(new Row("", "", medians, Goal.atMost(14)).met()).isFalse();
        assertThat(new Row("", "", Map.of(Row.OURS, median(15)), Goal.timesStock(1)).met())
                .as("nobody to compare with")
                .isFalse();
    }

    private static Median median(double value) {
        return new Median(value, 0, 0);
    }

    private static Slice slice(List<String> order, String name, double value) {
        order.add(name);
        return new Slice(value, 10, Duration.ofMillis(10), Duration.ofMillis(5));
    }
}
