package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.MadeUpCustomers;
import dev.troupe.demo.orders.file.Judgement.Rejection;
import dev.troupe.demo.orders.file.Judgement.Sale;
import dev.troupe.events.CustomerId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice whose rows are being read; at its end it becomes an order, if a row is left that can be sold. */
final class InvoiceInProgress {

    /** A hundred billion pounds: nobody's order, and a million of them can still be added up. */
    static final long HIGHEST_TOTAL_MINOR = 10_000_000_000_000L;

    private record Priced(Sku sku, long unitPriceMinor) {}

    private final InvoiceNumber number;
    private final boolean split;
    private final Map<Priced, Integer> quantities = new LinkedHashMap<>();
    private final List<Integer> rows = new ArrayList<>();
    private @Nullable Sale first;
    private @Nullable CustomerId customer;
    private long totalMinor;

    /** @param split whether the invoice had ended further up already */
    InvoiceInProgress(InvoiceNumber number, boolean split) {
        this.number = number;
        this.split = split;
    }

    InvoiceNumber number() {
        return number;
    }

    /** Takes a row in, or says why not. */
    @Nullable
    Rejection add(Sale sale) {
        if (split) {
            return new Rejection(
                    QuarantineReason.SPLIT_INVOICE,
                    "invoice " + number.spelling() + " ended further up in the file already");
        }
        Priced priced = new Priced(sale.sku(), sale.unitPriceMinor());
        int already = quantities.getOrDefault(priced, 0);
        if (sale.quantity() > Integer.MAX_VALUE - already) {
            return tooMuch("more pieces of " + sale.sku());
        }
        if (sale.unitPriceMinor() > (HIGHEST_TOTAL_MINOR - totalMinor) / sale.quantity()) {
            return tooMuch("a higher total");
        }
        take(sale, priced, already);
        return null;
    }

    private void take(Sale sale, Priced priced, int already) {
        quantities.put(priced, already + sale.quantity());
        totalMinor += sale.quantity() * sale.unitPriceMinor();
        rows.add(sale.row());
        first = first == null ? sale : first;
        customer = customer == null ? sale.customer() : customer;
    }

    private Rejection tooMuch(String what) {
        return new Rejection(
                QuarantineReason.MALFORMED,
                "with this row invoice %s would have %s than an order can hold".formatted(number.spelling(), what));
    }

    /** The order, or null if no row is left for one; date and country are those of its first row. */
    @Nullable
    IncomingOrder order(String file) {
        if (first == null) {
            return null;
        }
        CustomerId buyer = customer != null ? customer : MadeUpCustomers.guest(number.spelling());
        return new IncomingOrder(
                number.orderId(),
                buyer,
                MadeUpCustomers.tier(buyer),
                MadeUpCustomers.contact(buyer, first.country()),
                first.country(),
                "GBP",
                lines(),
                first.orderedAt(),
                new OrderOrigin("import", file, rows.getFirst(), rows.getLast()),
                rows);
    }

    private List<OrderLine> lines() {
        return quantities.entrySet().stream()
                .map(line -> new OrderLine(
                        line.getKey().sku(), line.getValue(), line.getKey().unitPriceMinor()))
                .toList();
    }
}
