package dev.troupe.bench.flows;

import dev.troupe.bench.measure.CpuTime;
import dev.troupe.bench.measure.Turns;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays orders against all services: at a steady rate for how long they take, and with a full queue for how many there can be. */
public final class FlowsBench {

    /** How long the queue is kept full before that is measured. */
    private static final Duration FILLING = Duration.ofSeconds(5);

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
        try (Players players = Players.of(input, stage, log)) {
            long stored = log.head();
            console.say("Warming up for %d s at %.0f orders/s", plan.warmUp().toSeconds(), plan.rate());
            players.play(plan.rate(), plan.warmUp());
            console.say("%.0f orders/s for %d s", plan.rate(), plan.length().toSeconds());
            double[] latencies = players.latencies(plan.rate(), plan.length());
            console.say(
                    "As many orders as can be completed for %d s", plan.length().toSeconds());
            return fullQueue(players, plan, latencies, stored);
        }
    }

    private FlowsResult fullQueue(Players players, Plan plan, double[] latencies, long stored) throws Exception {
        FullQueue queue = players.fullQueue();
        players.keepFull(queue, FILLING);
        Map<String, Duration> cpuBefore = cpu();
        long before = log.head();
        long began = System.nanoTime();
        players.keepFull(queue, plan.length());
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

    private Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        cpu.put("player, mail server", CpuTime.ofThisProcess());
        cpu.put("postgresql", CpuTime.ofTree(CpuTime.serverOf(stage.database().admin())));
        for (String name : stage.processes().names()) {
            ProcessHandle.of(stage.processes().pid(name)).ifPresent(process -> cpu.put(name, CpuTime.of(process)));
        }
        return cpu;
    }
}
