package dev.troupe.demo.orders.file;

/** Why a row cannot be part of an order; where several apply, the first of them counts. */
public enum QuarantineReason {
    /** Not a row as the format knows it: columns missing, no number where one belongs, no invoice number or SKU ... */
    MALFORMED,
    /** The invoice number begins with C: money that was given back. */
    CREDIT_NOTE,
    NON_POSITIVE_QUANTITY,
    NON_POSITIVE_PRICE,
    /** The invoice ended further up in the file, and its order with it. */
    SPLIT_INVOICE
}
