package dev.troupe.demo.orders.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, not yet judged.
 *
 * @param number counted from 1 after the header
 * @param raw the row as it stands in the file, without the end of its last line
 * @param neverClosed whether a quotation mark is opened in it and not closed
 */
record Row(int number, String raw, List<String> cells, boolean neverClosed) {

    /** The invoice number, or null if the row has none that could name an order. */
    @Nullable
    InvoiceNumber invoice() {
        return InvoiceNumber.read(cells.getFirst());
    }
}
