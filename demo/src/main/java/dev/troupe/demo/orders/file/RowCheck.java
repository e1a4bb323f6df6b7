package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.file.Judgement.Rejection;
import dev.troupe.demo.orders.file.Judgement.Sale;
import dev.troupe.events.CustomerId;
import dev.troupe.events.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a row by itself; whether it fits among the others is for {@link InvoiceInProgress} to say. */
final class RowCheck {

    /** The columns of the format, in their order. */
    static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final int STOCK_CODE = 1;
    private static final int QUANTITY = 3;
    private static final int INVOICE_DATE = 4;
    private static final int UNIT_PRICE = 5;
    private static final int CUSTOMER_ID = 6;
    private static final int COUNTRY = 7;

    private RowCheck() {}

    static Judgement judge(Row row) {
        try {
            return judgeWellFormed(row, wellFormedInvoice(row));
        } catch (MalformedRowException e) {
            return new Rejection(QuarantineReason.MALFORMED, e.detail());
        }
    }

    private static InvoiceNumber wellFormedInvoice(Row row) throws MalformedRowException {
        if (row.neverClosed()) {
            throw new MalformedRowException("a quotation mark is opened and not closed");
        }
        int columns = row.cells().size();
        if (columns != COLUMNS.size()) {
            throw new MalformedRowException("%d columns instead of %d".formatted(columns, COLUMNS.size()));
        }
        InvoiceNumber invoice = row.invoice();
        if (invoice == null) {
            throw new MalformedRowException("the InvoiceNo is empty or too long to be one");
        }
        return invoice;
    }

    private static Judgement judgeWellFormed(Row row, InvoiceNumber invoice) throws MalformedRowException {
        List<String> cells = row.cells();
        Sku sku = Cell.sku(cells.get(STOCK_CODE));
        BigDecimal quantity = Cell.quantity(cells.get(QUANTITY));
        Instant orderedAt = Cell.instant(cells.get(INVOICE_DATE));
        BigDecimal pence = Cell.pence(cells.get(UNIT_PRICE));
        CustomerId customer = Cell.customer(cells.get(CUSTOMER_ID));
        String country = Cell.country(cells.get(COUNTRY));
        Rejection rejection = noSale(invoice, quantity, pence);
        return rejection != null
                ? rejection
                : new Sale(
                        row.number(),
                        sku,
                        quantity.intValueExact(),
                        pence.longValueExact(),
                        orderedAt,
                        customer,
                        country);
    }

    private static @Nullable Rejection noSale(InvoiceNumber invoice, BigDecimal quantity, BigDecimal pence) {
        if (invoice.isCreditNote()) {
            return new Rejection(QuarantineReason.CREDIT_NOTE, "the InvoiceNo begins with C, so this is a credit note");
        }
        if (quantity.signum() <= 0) {
            return new Rejection(
                    QuarantineReason.NON_POSITIVE_QUANTITY,
                    "the Quantity is " + quantity.toPlainString() + ", not at least 1");
        }
        if (pence.signum() <= 0) {
            return new Rejection(
                    QuarantineReason.NON_POSITIVE_PRICE,
                    "the UnitPrice is " + pence.movePointLeft(2).toPlainString() + ", not at least 0.01");
        }
        return null;
    }
}
