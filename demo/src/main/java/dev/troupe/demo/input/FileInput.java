package dev.troupe.demo.input;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.file.OnlineRetailFile;
import dev.troupe.demo.orders.file.OrderFileEntry;
import dev.troupe.demo.orders.file.OrderFileReader;
import dev.troupe.demo.orders.file.QuarantinedRow;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The orders of an Online Retail file. */
public final class FileInput implements Input {

    private final OnlineRetailFile file;
    private final int limit;

    /**
     * Reads the given file.
     *
     * @param limit after how many orders to stop
     */
    public FileInput(Path path, int limit) {
        this.file = new OnlineRetailFile(path);
        this.limit = limit;
    }

    @Override
    public InputCounts scan(StockNeeds needs, Consumer<QuarantinedRow> quarantine) {
        return file.read(limit, needs::add, quarantine);
    }

    @Override
    public Orders open() {
        return new FileOrders(file.open(limit));
    }

    private static final class FileOrders implements Orders {

        private final OrderFileReader reader;
        private @Nullable IncomingOrder next;

        FileOrders(OrderFileReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                OrderFileEntry entry = reader.next();
                if (entry == null) {
                    return false;
                }
                if (entry instanceof OrderFileEntry.Accepted(IncomingOrder order)) {
                    next = order;
                }
            }
            return true;
        }

        @Override
        public IncomingOrder next() {
            IncomingOrder order = hasNext() ? next : null;
            if (order == null) {
                throw new NoSuchElementException("the file has no more orders");
            }
            next = null;
            return order;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
