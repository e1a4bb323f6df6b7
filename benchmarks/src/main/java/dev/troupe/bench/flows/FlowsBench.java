package dev.troupe.bench.flows;

import dev.troupe.bench.measure.CpuTime;
import dev.troupe.bench.measure.Turns;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Port;
import dev.troupe.demo.launch.Stage;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlaySettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays orders against all services: at a steady rate for how long they take, and with a full queue for how many there can be. */
public final class FlowsBench {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PLENTY = 1_000_000;

    private final Stage stage;
    private final FlowLog log;
    private final Console console;

    public FlowsBench(Stage stage, Console console) {
        this.stage = stage;
        this.log = new FlowLog(stage.database().admin());
        this.console = console;
    }

    /**
     * What to measure.
     *
     * @param rate orders per second in the first part
     * @param warmUp how long to play before anything is measured
     * @param length how long each of the two parts lasts
     * @param stored how many events shall be stored before
     */
    public record Plan(double rate, Duration warmUp, Duration length, long stored) {}

    /** Measures. */
    public FlowsResult run(Input input, Plan plan) throws Exception {
        log.fillUpTo(plan.stored());
        StockNeeds needs = new StockNeeds();
        input.scan(needs, row -> {});
        new OpeningStock(stage.system().url(Port.INVENTORY.label())).receive(needs.ofEach(PLENTY));
        await("all services have seen all events", () -> log.segmentsBehind() == 0);
        long stored = log.head();
        try (Input.Orders orders = new EndlessOrders(input)) {
            console.say("Warming up for %d s at %.0f orders/s", plan.warmUp().toSeconds(), plan.rate());
            play(orders, plan.rate(), plan.warmUp());
            console.say("%.0f orders/s for %d s", plan.rate(), plan.length().toSeconds());
            double[] latencies = latencies(orders, plan);
            console.say("As many orders as are taken for %d s", plan.length().toSeconds());
            return fullQueue(orders, plan, latencies, stored);
        }
    }

    private double[] latencies(Input.Orders orders, Plan plan) throws Exception {
        long before = log.head();
        play(orders, plan.rate(), plan.length());
        await("all orders are completed", () -> log.completedSince(before) >= log.placedSince(before));
        return log.latencies(before, log.head());
    }

    private FlowsResult fullQueue(Input.Orders orders, Plan plan, double[] latencies, long stored) throws Exception {
        Map<String, Duration> cpuBefore = cpu();
        long before = log.head();
        long began = System.nanoTime();
        play(orders, 0, plan.length());
        long completed = log.completedSince(before);
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Double> perOrder = new LinkedHashMap<>();
        cpu().forEach((name, cpu) -> perOrder.put(
                name, cpu.minus(cpuBefore.getOrDefault(name, Duration.ZERO)).toNanos() / 1e6 / Math.max(1, completed)));
        return new FlowsResult(
                stored,
                plan.rate(),
                Turns.percentile(50, latencies),
                Turns.percentile(99, latencies),
                completed / seconds,
                perOrder);
    }

    private void play(Input.Orders orders, double rate, Duration length) throws InterruptedException {
        PlaySettings settings = PlaySettings.DEFAULT.withRatePerSecond(rate);
        new OrderPlayer(stage.system().url(Port.ORDER.label()), settings)
                .play(new UntilTimeIsUp<>(orders, length), result -> {});
    }

    private Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        cpu.put("player, mail server", CpuTime.ofThisProcess());
        cpu.put("postgresql", CpuTime.ofTree(CpuTime.serverOf(stage.database().admin())));
        for (String name : stage.processes().names()) {
            ProcessHandle.of(stage.processes().pid(name)).ifPresent(process -> cpu.put(name, CpuTime.of(process)));
        }
        return cpu;
    }

    private static void await(String what, Condition condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }
}
