package dev.troupe.demo.orders.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troupe.demo.orders.IncomingOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files of orders for tests, and everything that is read from them. */
final class OrderFileFixture {

    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private OrderFileFixture() {}

    /** What a file came to. */
    record Reading(List<IncomingOrder> orders, List<QuarantinedRow> quarantined, InputCounts counts) {

        IncomingOrder onlyOrder() {
            if (orders.size() != 1) {
                throw new AssertionError("one order expected, but there are " + orders);
            }
            return orders.getFirst();
        }

        List<QuarantineReason> reasons() {
            return quarantined.stream().map(QuarantinedRow::reason).toList();
        }

        List<String> orderIds() {
            return orders.stream().map(order -> order.orderId().value()).toList();
        }
    }

    /** A row of one piece at one pound. */
    static String row(String invoice, String sku) {
        return row(invoice, sku, "1", "1.00");
    }

    static String row(String invoice, String sku, String quantity, String price) {
        return String.join(
                ",", invoice, sku, "SOMETHING", quantity, "2010-12-01 08:26:00", price, "17850.0", "United Kingdom");
    }

    static Reading read(String... rows) {
        return read(OnlineRetailFile.NO_LIMIT, rows);
    }

    static Reading read(int limit, String... rows) {
        return read(limit, bytes(rows));
    }

    static Reading read(int limit, byte[] content) {
        try {
            Path file = Files.createTempFile("orders", ".csv");
            try {
                Files.write(file, content);
                return read(limit, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(int limit, Path file) {
        List<IncomingOrder> orders = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        InputCounts counts = new OnlineRetailFile(file).read(limit, orders::add, quarantined::add);
        return new Reading(orders, quarantined, counts);
    }

    /** Header and rows, each ended by a line feed. */
    static byte[] bytes(String... rows) {
        return (HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
