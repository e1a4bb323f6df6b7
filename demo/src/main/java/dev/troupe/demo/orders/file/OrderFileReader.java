package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.file.Judgement.Rejection;
import dev.troupe.demo.orders.file.Judgement.Sale;
import dev.troupe.demo.orders.file.OrderFileEntry.Accepted;
import dev.troupe.demo.orders.file.OrderFileEntry.Quarantined;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file one after the other and yields what they come to, in the order in which it is known.
 *
 * <p>With a limit it reads to the end of the invoice that becomes the last order wanted: rows of that invoice are counted, quarantined
 * ones too, and nothing after them is.
 */
public final class OrderFileReader implements AutoCloseable {

    private final String file;
    private final RowReader rows;
    private final int limit;
    private final InputTally tally = new InputTally();
    private final Set<InvoiceNumber> seen = new HashSet<>();
    private final Deque<OrderFileEntry> ready = new ArrayDeque<>();
    private @Nullable InvoiceInProgress invoice;
    private boolean atEnd;

    OrderFileReader(String file, RowReader rows, int limit) {
        this.file = file;
        this.rows = rows;
        this.limit = limit;
    }

    /**
     * The next order or quarantined row, or null at the end.
     *
     * @throws BrokenOrderFileException if the file cannot be read on; an invoice that was being read is then no order, as rows of it may be
     *     missing
     */
    public @Nullable OrderFileEntry next() {
        while (ready.isEmpty() && !atEnd) {
            readRow();
        }
        return ready.poll();
    }

    /** What has been read so far; complete once {@link #next} has answered null. */
    public InputCounts counts() {
        return tally.counts();
    }

    private void readRow() {
        Row row = nextRow();
        InvoiceNumber number = row == null ? null : row.invoice();
        if (invoice != null && !invoice.number().equals(number)) {
            endInvoice(invoice);
        }
        if (row == null || tally.orders() == limit) {
            atEnd = true;
            return;
        }
        if (number != null && invoice == null) {
            invoice = new InvoiceInProgress(number, !seen.add(number));
        }
        tally.row();
        Rejection rejection = take(row);
        if (rejection != null) {
            tally.quarantined(rejection.reason());
            ready.add(new Quarantined(
                    new QuarantinedRow(file, row.number(), rejection.reason(), rejection.detail(), row.raw())));
        }
    }

    private @Nullable Rejection take(Row row) {
        return switch (RowCheck.judge(row)) {
            case Rejection rejection -> rejection;
            // A row without an invoice number is never a sale, so here its invoice is in progress.
            case Sale sale -> Objects.requireNonNull(invoice).add(sale);
        };
    }

    private void endInvoice(InvoiceInProgress ended) {
        invoice = null;
        IncomingOrder order = ended.order(file);
        if (order != null) {
            tally.order(order);
            ready.add(new Accepted(order));
        }
    }

    private @Nullable Row nextRow() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw OnlineRetailFile.broken(file, e, tally.rows());
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException ignored) {
            // It was only read; nothing can be lost by not closing it well.
        }
    }
}
