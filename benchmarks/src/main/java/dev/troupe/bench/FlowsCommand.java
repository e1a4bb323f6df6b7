package dev.troupe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.bench.flows.FlowsBench;
import dev.troupe.bench.flows.FlowsBench.Plan;
import dev.troupe.bench.flows.FlowsResult;
import dev.troupe.bench.report.FlowsTable;
import dev.troupe.bench.report.PerformancePage;
import dev.troupe.demo.chaos.Lines;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Curtain;
import dev.troupe.demo.launch.Port;
import dev.troupe.demo.launch.Rigging;
import dev.troupe.demo.launch.Stage;
import dev.troupe.demo.launch.StageSettings;
import dev.troupe.demo.launch.SystemOptions;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the whole system. */
@Command(
        name = "flows",
        description = {
            "Start everything but the trace viewer, and measure how long orders take at a steady rate, and how many can be",
            "completed per second; mails and the payment provider included. One trace of ten is sampled unless",
            "TROUPE_SAMPLING_RATIO says otherwise."
        })
final class FlowsCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Mixin
    private OrdersOption orders = new OrdersOption();

    @Option(names = "--rate", paramLabel = "PER_SECOND", description = "The steady rate; default 20.")
    private double rate = 20;

    @Option(names = "--warm-up", paramLabel = "S", description = "Play for S seconds before; default 60.")
    private int warmUp = 60;

    @Option(names = "--seconds", paramLabel = "S", description = "Measure each for S seconds; default 60.")
    private int seconds = 60;

    @Option(names = "--stored", paramLabel = "N", description = "Have N events stored before; default 10000.")
    private long stored = 10_000;

    @Option(
            names = "--database-away",
            paramLabel = "MILLIS",
            description =
                    "Simulate that PostgreSQL is on another machine: whatever goes there and comes from there is held up"
                            + " for MILLIS, such as 0.25.")
    private double databaseAway;

    @Option(names = "--json", description = "Print what was measured as one JSON object on standard output.")
    private boolean json;

    @Option(names = "--write", description = "Write it into docs/reference/performance.md.")
    private boolean write;

    @Override
    public Integer call() throws Exception {
        if (rate <= 0 || warmUp < 0 || seconds < 1 || stored < 0 || databaseAway < 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--rate and --seconds must be positive, --warm-up, --stored and --database-away not negative");
        }
        if (databaseAway > 0 && write) {
            throw new CommandFailure(ExitCode.USAGE, "Only what was measured is written, nothing simulated.");
        }
        Console console = new Console(System.err, System.out);
        Plan plan = new Plan(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), stored);
        StageSettings settings = system.settings().withoutTraceViewer();
        FlowsResult result =
                Curtain.over(() -> databaseAway == 0 ? run(settings, plan, console) : runAway(settings, plan, console));
        console.say("%s", FlowsTable.of(result));
        if (write) {
            new PerformancePage(Path.of(System.getProperty("troupe.home", "."))).write("flows", FlowsTable.of(result));
        }
        if (json) {
            console.answer(new JsonMapper().writeValueAsString(result));
        }
        return (result.isGoalReached() ? ExitCode.OK : ExitCode.GOAL_MISSED).code();
    }

    private FlowsResult runAway(StageSettings settings, Plan plan, Console console) throws Exception {
        try (Lines lines =
                Lines.to(settings.ports().of(Port.POSTGRES), settings.ports().of(Port.PROVIDER))) {
            lines.delayDatabase(Duration.ofNanos(Math.round(databaseAway * 1e6)));
            String url = "jdbc:postgresql://127.0.0.1:%d/troupe".formatted(lines.databasePort());
            Rigging rigging = new Rigging(service -> List.of(), List.of(), Map.of("TROUPE_DB_URL", url));
            return run(settings.with(rigging), plan, console);
        }
    }

    private FlowsResult run(StageSettings settings, Plan plan, Console console) throws Exception {
        try (Stage stage = Stage.open(settings, console)) {
            return new FlowsBench(stage, console).run(orders.input(), plan);
        }
    }
}
