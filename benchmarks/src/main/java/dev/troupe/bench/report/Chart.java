package dev.troupe.bench.report;

import dev.troupe.bench.measure.Row;
import java.util.List;
import java.util.OptionalDouble;

/** An SVG with a bar per kind of work: how many times better than Axon's JDBC engine Troupe's store is, on a logarithmic scale. */
public final class Chart {

    private static final int LABELS = 300;
    private static final int WIDTH = 760;
    private static final int LINE = 26;
    private static final int TOP = 44;
    private static final int PER_TENFOLD = 110;

    private Chart() {}

    /** The chart. */
    public static String of(List<Row> rows) {
        List<Row> compared =
                rows.stream().filter(row -> row.ratio(Row.OURS).orElse(0) > 0).toList();
        int height = TOP + compared.size() * LINE + 10;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13" role="img">
                  <title>Troupe's event store compared with Axon's JDBC engine</title>
                  <rect width="100%%" height="100%%" fill="#ffffff"/>
                  <text x="12" y="24" font-size="15">How many times better than Axon's JDBC engine (logarithmic scale)</text>
                """.formatted(WIDTH, height));
        for (int i = 0; i < compared.size(); i++) {
            svg.append(bar(compared.get(i), TOP + i * LINE));
        }
        int one = LABELS;
        return svg.append("  <line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#555\"/>%n</svg>%n"
                        .formatted(one, TOP - 8, one, height - 6))
                .toString();
    }

    private static String bar(Row row, int y) {
        double better = better(row);
        int length = (int) Math.round(Math.log10(better) * PER_TENFOLD);
        int x = Math.min(LABELS, LABELS + length);
        return """
                  <text x="%d" y="%d" text-anchor="end">%s</text>
                  <rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>
                  <text x="%d" y="%d">%s</text>
                """.formatted(
                        LABELS - 60,
                        y + 13,
                        row.work(),
                        x,
                        y,
                        Math.max(1, Math.abs(length)),
                        LINE - 9,
                        better >= 1 ? "#2a7f62" : "#b3541e",
                        Math.max(LABELS, LABELS + length) + 6,
                        y + 13,
                        Table.number(better) + "×");
    }

    /** Of times, less is better. */
    private static double better(Row row) {
        OptionalDouble ratio = row.ratio(Row.OURS);
        boolean time = row.unit().equals("ms") || row.unit().equals("µs");
        return time ? 1 / ratio.orElse(1) : ratio.orElse(1);
    }
}
