package dev.troupe.demo.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A summary as a person reads it. */
public final class SummaryText {

    private SummaryText() {}

    /** The lines of the summary. */
    public static List<String> of(Summary summary) {
        List<String> lines = new ArrayList<>();
        Summary.Orders orders = summary.orders();
        lines.add("orders     %d placed: %d completed, %d cancelled%s, %d open, %d stuck"
                .formatted(
                        orders.placed(),
                        orders.completed(),
                        orders.cancelled().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        counts(orders.cancelled()),
                        orders.open(),
                        orders.stuck()));
        Summary.FlowLatency latency = summary.flowLatencyMillis();
        lines.add("latency    from placed to final: p50 %d ms, p95 %d ms, p99 %d ms"
                .formatted(latency.p50(), latency.p95(), latency.p99()));
        Summary.Input input = summary.input();
        if (input != null) {
            lines.add("input      %d rows: %d orders with %d lines worth %s, %d quarantined%s"
                    .formatted(
                            input.rows(),
                            input.orders(),
                            input.lines(),
                            pounds(input.totalMinor()),
                            input.quarantined().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            counts(input.quarantined())));
        }
        Summary.Money money = summary.money();
        lines.add("money      authorized %s = captured %s + voided %s; completed orders %s; refunded %s"
                .formatted(
                        pounds(money.authorizedMinor()),
                        pounds(money.capturedMinor()),
                        pounds(money.voidedMinor()),
                        pounds(money.completedOrdersMinor()),
                        pounds(money.refundedMinor())));
        Summary.Stock stock = summary.stock();
        lines.add("stock      received %d, adjusted %d, shipped %d, on hand %d of which %d reserved, %d SKUs oversold"
                .formatted(
                        stock.received(),
                        stock.adjusted(),
                        stock.shipped(),
                        stock.onHand(),
                        stock.reserved(),
                        stock.negativeSkus()));
        lines.add("mails      %d sent".formatted(summary.mails().sent()));
        summary.invariants()
                .forEach((name, holds) -> lines.add("%s  %s".formatted(holds ? "holds    " : "BROKEN   ", name)));
        return lines;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty() ? "" : " " + counts;
    }

    private static String pounds(long minor) {
        return String.format(Locale.ROOT, "%,d.%02d", minor / 100, minor % 100);
    }
}
