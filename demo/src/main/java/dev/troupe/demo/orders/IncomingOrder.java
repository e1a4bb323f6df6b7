package dev.troupe.demo.orders;

import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import java.time.Instant;
import java.util.List;

/**
 * An order that is about to be placed.
 *
 * @param orderId derived from where the order comes from, so that the same order has the same id for ever
 * @param currency ISO 4217
 * @param orderedAt when the customer ordered
 * @param rows the rows of the file that became this order, counted from 1 after the header; none for a generated order
 */
public record IncomingOrder(
        OrderId orderId,
        CustomerId customerId,
        CustomerTier customerTier,
        Contact contact,
        String country,
        String currency,
        List<OrderLine> lines,
        Instant orderedAt,
        OrderOrigin origin,
        List<Integer> rows) {

    public IncomingOrder {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** The same order under another id. */
    public IncomingOrder withId(OrderId other) {
        return new IncomingOrder(
                other, customerId, customerTier, contact, country, currency, lines, orderedAt, origin, rows);
    }

    /** The sum of the lines in minor units. */
    public long totalMinor() {
        return lines.stream().mapToLong(OrderLine::totalMinor).reduce(0, Math::addExact);
    }
}
