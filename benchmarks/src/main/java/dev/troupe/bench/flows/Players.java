package dev.troupe.bench.flows;

import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.launch.Port;
import dev.troupe.demo.launch.Stage;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.OwnTokens;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Places the orders of an input without end, with goods for all of them. */
final class Players implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PLENTY = 1_000_000;

    private final Stage stage;
    private final FlowLog log;
    private final Supplier<@Nullable String> tokens;
    private final Input.Orders orders;

    private Players(Stage stage, FlowLog log, Supplier<@Nullable String> tokens, Input.Orders orders) {
        this.stage = stage;
        this.log = log;
        this.tokens = tokens;
        this.orders = orders;
    }

    /** Brings the goods, and waits until all services have seen all events. */
    static Players of(Input input, Stage stage, FlowLog log) throws IOException, SQLException, InterruptedException {
        Supplier<@Nullable String> tokens = OwnTokens.orGiven(stage.data().path(), Role.TRADE);
        StockNeeds needs = new StockNeeds();
        input.scan(needs, row -> {});
        new OpeningStock(stage.system().url(Port.INVENTORY.label()), tokens).receive(needs.ofEach(PLENTY));
        Players players = new Players(stage, log, tokens, new EndlessOrders(input));
        players.awaitQuiet();
        return players;
    }

    /** Waits until all services have seen all events. */
    void awaitQuiet() throws SQLException, InterruptedException {
        await("all services have seen all events", () -> log.segmentsBehind() == 0);
    }

    /** Places so many orders a second for a while, whether or not earlier ones were answered. */
    void play(double rate, Duration length) throws InterruptedException {
        play(PlaySettings.DEFAULT.withRatePerSecond(rate), orders, length);
    }

    /** Gives out orders so that the queue is always full; to be played by {@link #keepFull}. */
    FullQueue fullQueue() throws SQLException {
        return new FullQueue(orders, log);
    }

    /** Keeps the queue full for a while. */
    void keepFull(FullQueue queue, Duration length) throws InterruptedException {
        play(PlaySettings.DEFAULT, queue, length);
    }

    private void play(PlaySettings settings, Iterator<IncomingOrder> incoming, Duration length)
            throws InterruptedException {
        new OrderPlayer(stage.system().url(Port.ORDER.label()), settings, tokens)
                .play(new UntilTimeIsUp<>(incoming, length), result -> {});
    }

    /** Places orders at a steady rate; how long each took to complete, in ms. */
    double[] latencies(double rate, Duration length) throws SQLException, InterruptedException {
        long before = log.head();
        play(rate, length);
        await("all orders are completed", () -> log.completedSince(before) >= log.placedSince(before));
        return log.latencies(before, log.head());
    }

    static void await(String what, Condition condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        orders.close();
    }

    /** Something that can be waited for. */
    interface Condition {
        boolean holds() throws SQLException;
    }
}
