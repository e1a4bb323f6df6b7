package dev.troupe.demo.orders;

import dev.troupe.events.CustomerId;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Orders for tests. */
public final class OrderFixture {

    private OrderFixture() {}

    /** An order of customer 17850 with the given lines. */
    public static IncomingOrder anOrder(String id, List<OrderLine> lines) {
        CustomerId customer = new CustomerId("17850");
        return new IncomingOrder(
                new OrderId(id),
                customer,
                MadeUpCustomers.tier(customer),
                MadeUpCustomers.contact(customer, "EIRE"),
                "EIRE",
                "GBP",
                lines,
                Instant.parse("2010-12-01T08:26:00Z"),
                new OrderOrigin("import", "orders.csv", 3, 4),
                List.of(3, 4));
    }

    /** So many small orders, named {@code or-1} and so on. */
    public static List<IncomingOrder> orders(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> anOrder("or-" + i, List.of(new OrderLine(new Sku("MUG"), 1, 749))))
                .toList();
    }
}
