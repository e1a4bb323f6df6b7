package dev.troupe.bench.report;

import dev.troupe.bench.flows.FlowsResult;
import java.util.Map;

/** How fast the whole system was, as a table in Markdown. */
public final class FlowsTable {

    private FlowsTable() {}

    /** The table. */
    public static String of(FlowsResult result) {
        StringBuilder text = new StringBuilder(
                "| with %,d events stored | measured | goal |%n|---|---|---|%n".formatted(result.storedEvents()));
        line(text, "completion at %.0f orders/s, p50".formatted(result.rate()), millis(result.latencyP50()), "150 ms");
        line(text, "completion at %.0f orders/s, p99".formatted(result.rate()), millis(result.latencyP99()), "1 s");
        line(text, "orders completed, full queue", Table.number(result.ordersPerSecond()) + "/s", "60/s");
        for (Map.Entry<String, Double> process : result.cpuMillisPerOrder().entrySet()) {
            line(text, "CPU per order, " + process.getKey(), millis(process.getValue()), "");
        }
        return text.toString();
    }

    private static String millis(double value) {
        return Table.number(value) + " ms";
    }

    private static void line(StringBuilder text, String what, String measured, String goal) {
        text.append("| %s | %s | %s |%n".formatted(what, measured, goal));
    }
}
