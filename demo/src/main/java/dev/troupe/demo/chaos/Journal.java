package dev.troupe.demo.chaos;

import dev.troupe.demo.audit.Promised;
import dev.troupe.demo.audit.Promised.Refund;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.play.OrderListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down what was promised to customers, and has it on the disk before anybody relies on it. */
final class Journal implements OrderListener, AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Set<String> orders = new HashSet<>();

    Journal(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void accepted(IncomingOrder order) {
        if (orders.add(order.orderId().value())) {
            write("order " + order.orderId());
        }
    }

    @Override
    public synchronized void cancelled(IncomingOrder order) {
        write("cancellation " + order.orderId());
    }

    synchronized void refunded(String orderId, String refundId, long amountMinor) {
        write("refund %s %s %d".formatted(orderId, refundId, amountMinor));
    }

    /** How many different orders were acknowledged. */
    synchronized int size() {
        return orders.size();
    }

    private void write(String line) {
        try {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    /** What the file says, whatever is remembered here. */
    Promised read() throws IOException {
        Set<String> placed = new HashSet<>();
        Set<String> cancelled = new HashSet<>();
        Map<String, Refund> refunds = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            List<String> words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "order" -> placed.add(words.get(1));
                case "cancellation" -> cancelled.add(words.get(1));
                case "refund" -> refunds.put(words.get(2), new Refund(words.get(1), Long.parseLong(words.get(3))));
                default -> throw new IOException("not understood in " + file + ": " + line);
            }
        }
        return new Promised(placed, cancelled, refunds);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
