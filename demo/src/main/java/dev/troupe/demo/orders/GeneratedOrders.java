package dev.troupe.demo.orders;

import dev.troupe.events.CustomerId;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An endless sequence of made-up orders, the same for the same seed.
 *
 * <p>Each order depends on the seed and its number alone, so a later run goes on wherever an earlier one stopped.
 */
public final class GeneratedOrders {

    /** Long enough ago for millions of orders to lie in the past, as order-service wants them to. */
    private static final Instant FIRST_ORDERED_AT = Instant.parse("2020-01-02T08:00:00Z");

    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(20);
    private static final String[] COUNTRIES = {
        "United Kingdom", "United Kingdom", "United Kingdom", "Germany", "France", "EIRE", "Netherlands", "Norway"
    };
    private static final int FIRST_CUSTOMER = 10_001;
    private static final int CUSTOMERS = 500;
    private static final int MOST_LINES = 8;
    private static final int MOST_PIECES = 12;

    private final long seed;

    public GeneratedOrders(long seed) {
        this.seed = seed;
    }

    /** All orders from the given number on; the first is number 1. */
    public Stream<IncomingOrder> from(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("orders are numbered from 1: " + number);
        }
        return LongStream.iterate(number, n -> n + 1).mapToObj(this::order);
    }

    /** The id of the order with the given number. */
    public OrderId id(long number) {
        return new OrderId("demo-%d-%06d".formatted(seed, number));
    }

    private IncomingOrder order(long number) {
        OrderId id = id(number);
        SplittableRandom random = new SplittableRandom(StableHash.of(id.value()));
        CustomerId customer = new CustomerId(String.valueOf(FIRST_CUSTOMER + skewed(random, CUSTOMERS)));
        String country = COUNTRIES[StableHash.of("country " + customer.value(), COUNTRIES.length)];
        return new IncomingOrder(
                id,
                customer,
                MadeUpCustomers.tier(customer),
                MadeUpCustomers.contact(customer, country),
                country,
                "GBP",
                lines(random),
                FIRST_ORDERED_AT.plus(BETWEEN_ORDERS.multipliedBy(number - 1)),
                new OrderOrigin("demo", null, null, null),
                List.of());
    }

    private static List<OrderLine> lines(SplittableRandom random) {
        int count = 1 + skewed(random, MOST_LINES);
        Map<Goods, OrderLine> lines = new LinkedHashMap<>();
        while (lines.size() < count) {
            Goods goods = Goods.ALL.get(skewed(random, Goods.ALL.size()));
            int quantity = 1 + skewed(random, MOST_PIECES);
            lines.putIfAbsent(goods, new OrderLine(goods.sku(), quantity, goods.unitPriceMinor()));
        }
        return List.copyOf(lines.values());
    }

    /** Low numbers often, high ones seldom, as popularity goes. */
    private static int skewed(SplittableRandom random, int bound) {
        double draw = random.nextDouble();
        return (int) (bound * draw * draw);
    }
}
