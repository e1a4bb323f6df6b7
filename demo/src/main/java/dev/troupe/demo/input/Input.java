package dev.troupe.demo.input;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.file.QuarantinedRow;
import java.util.Iterator;
import java.util.function.Consumer;

/** Orders to be played; can be read more than once, and is the same each time. */
public interface Input {

    /**
     * Reads everything once without playing it.
     *
     * @param needs counts what the orders need
     * @param quarantine is told each row that is no part of an order
     * @return what was read
     */
    InputCounts scan(StockNeeds needs, Consumer<QuarantinedRow> quarantine);

    /** Begins to read the orders. */
    Orders open();

    /** Orders being read. */
    interface Orders extends Iterator<IncomingOrder>, AutoCloseable {

        @Override
        void close();
    }
}
