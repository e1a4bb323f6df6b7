package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.IncomingOrder;

/** What rows of a file come to: an order, or a row in quarantine. */
public sealed interface OrderFileEntry {

    /** The rows of one invoice that make up an order. */
    record Accepted(IncomingOrder order) implements OrderFileEntry {}

    /** A row that is no part of any order. */
    record Quarantined(QuarantinedRow row) implements OrderFileEntry {}
}
