package dev.troupe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.bench.flows.RebuildBench;
import dev.troupe.bench.flows.RebuildBench.Plan;
import dev.troupe.bench.flows.RebuildResult;
import dev.troupe.bench.report.PerformancePage;
import dev.troupe.bench.report.RebuildTable;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Curtain;
import dev.troupe.demo.launch.Stage;
import dev.troupe.demo.launch.StageSettings;
import dev.troupe.demo.launch.SystemOptions;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a rebuild of a real projection in the running system. */
@Command(
        name = "rebuild",
        description = {
            "Start everything but the trace viewer, give it a long past, and rebuild the order summary: alone, with mails,",
            "charges and events watched, and at the default pace while orders are placed, in turns with nothing rebuilt."
        })
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Mixin
    private OrdersOption orders = new OrdersOption();

    @Option(names = "--facts", paramLabel = "N", description = "Rebuild from N facts; default 1000000.")
    private int facts = 1_000_000;

    @Option(names = "--rate", paramLabel = "PER_SECOND", description = "Orders placed meanwhile; default 20.")
    private double rate = 20;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "Place orders for S seconds before their time is taken; default 60.")
    private int warmUp = 60;

    @Option(names = "--pairs", paramLabel = "N", description = "Measure N pairs, with and without; default 5.")
    private int pairs = 5;

    @Option(names = "--json", description = "Print what was measured as one JSON object on standard output.")
    private boolean json;

    @Option(names = "--write", description = "Write it into docs/reference/performance.md.")
    private boolean write;

    @Override
    public Integer call() throws Exception {
        if (facts < 1_000 || rate <= 0 || warmUp < 0 || pairs < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--facts must be at least 1000, --rate and --pairs positive, --warm-up not negative");
        }
        Console console = new Console(System.err, System.out);
        Plan plan = new Plan(facts, rate, Duration.ofSeconds(warmUp), pairs);
        StageSettings settings = system.settings().withoutTraceViewer();
        RebuildResult result = Curtain.over(() -> {
            try (Stage stage = Stage.open(settings, console)) {
                return new RebuildBench(stage, console).run(orders.input(), plan);
            }
        });
        console.say("%s", RebuildTable.of(result));
        if (write) {
            new PerformancePage(Path.of(System.getProperty("troupe.home", ".")))
                    .write("rebuild", RebuildTable.of(result));
        }
        if (json) {
            console.answer(new JsonMapper().writeValueAsString(result));
        }
        return (result.isGoalReached() ? ExitCode.OK : ExitCode.GOAL_MISSED).code();
    }
}
