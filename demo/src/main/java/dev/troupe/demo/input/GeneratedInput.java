package dev.troupe.demo.input;

import dev.troupe.demo.orders.GeneratedOrders;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.file.QuarantinedRow;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Made-up orders, a stretch of an endless sequence. */
public final class GeneratedInput implements Input {

    private final GeneratedOrders generated;
    private final long first;
    private final int count;

    /**
     * A stretch of the sequence of a seed.
     *
     * @param first the number of the first order, from 1
     * @param count how many orders
     */
    public GeneratedInput(long seed, long first, int count) {
        this.generated = new GeneratedOrders(seed);
        this.first = first;
        this.count = count;
    }

    @Override
    public InputCounts scan(StockNeeds needs, Consumer<QuarantinedRow> quarantine) {
        int lines = 0;
        long total = 0;
        for (Iterator<IncomingOrder> orders = stream().iterator(); orders.hasNext(); ) {
            IncomingOrder order = orders.next();
            needs.add(order);
            lines += order.lines().size();
            total += order.totalMinor();
        }
        return new InputCounts(0, count, lines, Map.of(), total);
    }

    @Override
    public Orders open() {
        Iterator<IncomingOrder> orders = stream().iterator();
        return new Orders() {
            @Override
            public boolean hasNext() {
                return orders.hasNext();
            }

            @Override
            public IncomingOrder next() {
                return orders.next();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private Stream<IncomingOrder> stream() {
        return generated.from(first).limit(count);
    }
}
