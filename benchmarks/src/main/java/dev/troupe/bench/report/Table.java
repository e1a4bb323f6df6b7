package dev.troupe.bench.report;

import dev.troupe.bench.measure.Row;
import dev.troupe.bench.measure.Row.Median;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was measured as a table in Markdown, one line per kind of work. */
public final class Table {

    private Table() {}

    /** The table. */
    public static String of(List<Row> rows) {
        return "| work | unit | measured (ratio to " + Row.STOCK
                + "; CPU µs per operation, client + server) | goal | reached |\n|---|---|---|---|---|\n"
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        String cells =
                row.medians().keySet().stream().map(name -> cell(row, name)).collect(Collectors.joining("<br>"));
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(row.work(), row.unit(), cells, row.goalText(), row.met() ? "yes" : "**no**");
    }

    private static String cell(Row row, String name) {
        Median median = row.medians().get(name);
        if (median == null) {
            return "";
        }
        OptionalDouble ratio = row.ratio(name);
        String times =
                ratio.isPresent() && !name.equals(Row.STOCK) ? " (%s×)".formatted(number(ratio.getAsDouble())) : "";
        String cpu = median.clientMicros() + median.serverMicros() > 0
                ? String.format(Locale.ROOT, "; %,.0f + %,.0f µs", median.clientMicros(), median.serverMicros())
                : "";
        return name + " " + number(median.value()) + times + cpu;
    }

    /** A value with as many digits as mean something. */
    public static String number(double value) {
        return value != 0 && Math.abs(value) < 0.1
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
