package dev.troupe.bench.flows;

import dev.troupe.bench.measure.Turns;
import dev.troupe.demo.audit.Ledger;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Port;
import dev.troupe.demo.launch.Stage;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.operator.OwnTokens;
import dev.troupe.operator.Services;
import dev.troupe.replay.ReplayClient;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rebuilds the order summary from a long past: alone, with everything outside watched, and beside orders that are being placed. */
public final class RebuildBench {

    private static final Duration FIRST_ORDERS = Duration.ofSeconds(5);
    private static final int DEFAULT_THROTTLE = ReplayRequest.DEFAULT_EVENTS_PER_SECOND;

    private final Stage stage;
    private final FlowLog log;
    private final Console console;
    private final ReplayClient replays;

    public RebuildBench(Stage stage, Console console) {
        this.stage = stage;
        this.log = new FlowLog(stage.database().admin());
        this.console = console;
        this.replays = new ReplayClient(new Services(
                Map.of(Port.ORDER.label(), stage.system().url(Port.ORDER.label())),
                OwnTokens.orGiven(stage.data().path(), Role.READ, Role.OPERATE)));
    }

    /**
     * What to measure.
     *
     * @param facts how many facts to rebuild from
     * @param rate orders per second meanwhile
     * @param warmUp how long to place orders before their time is measured
     * @param pairs how often to measure with and without a rebuild
     */
    public record Plan(int facts, double rate, Duration warmUp, int pairs) {}

    /** Measures. */
    public RebuildResult run(Input input, Plan plan) throws Exception {
        try (Players players = Players.of(input, stage, log)) {
            players.latencies(plan.rate(), FIRST_ORDERS);
            console.say("Storing %,d facts of other orders", plan.facts());
            new Past(stage).add(plan.facts());
            players.awaitQuiet();

            console.say("Rebuilding the order summary, and nothing else");
            long before = traces();
            WatchedRebuild alone = new WatchedRebuild(replays);
            boolean same = alone.run(0).isEqual();
            long traces = traces() - before;
            console.say("  %,.0f facts/s", alone.factsPerSecond());

            console.say(
                    "Placing %.0f orders/s for %d s", plan.rate(), plan.warmUp().toSeconds());
            players.play(plan.rate(), plan.warmUp());
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < plan.pairs(); i++) {
                pairs.add(pair(players, plan));
                console.say("  %s", pairs.getLast());
            }
            Pair median = pairs.stream()
                    .sorted(Comparator.comparingDouble(Pair::slower))
                    .toList()
                    .get(pairs.size() / 2);
            return new RebuildResult(
                    alone.facts(),
                    alone.factsPerSecond(),
                    traces,
                    same,
                    Turns.median(
                            pairs.stream().mapToDouble(Pair::factsPerSecond).toArray()),
                    median.before(),
                    median.beside(),
                    Turns.median(pairs.stream().mapToDouble(Pair::worstEstimate).toArray()));
        }
    }

    /** As long as a rebuild takes, orders are placed without one, and then with one. */
    private Pair pair(Players players, Plan plan) throws Exception {
        WatchedRebuild rebuild = new WatchedRebuild(replays);
        Duration length = Duration.ofSeconds(plan.facts() / DEFAULT_THROTTLE);
        double before = Turns.percentile(95, players.latencies(plan.rate(), length));
        CompletableFuture<Void> built = CompletableFuture.runAsync(() -> {
            try {
                rebuild.run(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        double beside = Turns.percentile(95, players.latencies(plan.rate(), length));
        built.get();
        return new Pair(before, beside, rebuild.factsPerSecond(), rebuild.worstEstimate());
    }

    /** What can be seen from outside of what the services do: events, money at the provider, mails. */
    private long traces() throws SQLException, IOException, InterruptedException {
        Ledger ledger = Ledger.of(stage.system().url(Port.PROVIDER.label()));
        return log.head()
                + ledger.authorizedMinor()
                + ledger.voidedMinor()
                + ledger.refundedMinor()
                + stage.mailbox().count().mails();
    }

    private record Pair(double before, double beside, double factsPerSecond, double worstEstimate) {

        double slower() {
            return beside / before;
        }
    }
}
