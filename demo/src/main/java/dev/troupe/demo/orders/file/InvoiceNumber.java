package dev.troupe.demo.orders.file;

import dev.troupe.events.OrderId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The number of an invoice, in a spelling that can be part of an id.
 *
 * <p>Letters, digits and {@code . _ -} stand for themselves, every other byte of the UTF-8 text is {@code :} and two hexadecimal digits.
 * Two invoice numbers therefore never become the same order, and an order's id tells its invoice number.
 */
record InvoiceNumber(String spelling) {

    private static final int LONGEST_SPELLING = 90;
    private static final String THEMSELVES = "._-";

    /** Reads a cell; null if it is empty or too long to name an order. */
    static @Nullable InvoiceNumber read(String cell) {
        String number = cell.strip();
        if (number.isEmpty() || number.length() > LONGEST_SPELLING) {
            return null;
        }
        StringBuilder spelling = new StringBuilder();
        for (byte b : number.getBytes(StandardCharsets.UTF_8)) {
            if (standsForItself((char) (b & 0xff))) {
                spelling.append((char) b);
            } else {
                spelling.append(":%02X".formatted(b));
            }
        }
        return spelling.length() > LONGEST_SPELLING ? null : new InvoiceNumber(spelling.toString());
    }

    /** The UCI describes the mark of a credit note as a small c and writes a capital one. */
    boolean isCreditNote() {
        return spelling.startsWith("C") || spelling.startsWith("c");
    }

    /** The order that the invoice stands for, the same for ever. */
    OrderId orderId() {
        return new OrderId("or-" + spelling);
    }

    private static boolean standsForItself(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || THEMSELVES.indexOf(c) >= 0;
    }
}
