package dev.troupe.demo.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.input.FileInput;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.operator.DataOption;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.RunningSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds a file of orders to a system that is running already. */
@Command(
        name = "import",
        description =
                "Place the orders of an Online Retail file in a running system. Importing a file again places no order"
                        + " twice.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The file: CSV, plain or gzipped.")
    private Path file = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "Stop after the Nth order of the file.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--without-stock", description = "Do not receive the goods that the orders need first.")
    private boolean withoutStock;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "0",
            description = "Place at most so many orders per second.")
    private double rate;

    @Option(names = "--json", description = "Print what was read and placed as one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        PlaySettings settings = check();
        Console console = new Console(System.err, System.out);
        Intake intake = new Intake(RunningSystem.of(data.path()), data.path(), console);
        FileInput input = new FileInput(file, limit);
        StockNeeds needs = new StockNeeds();
        InputCounts counts = intake.scanFile(input, needs);
        if (!withoutStock) {
            intake.receive(needs.exactly());
        }
        PlayResult result = intake.play(input, counts, settings);
        if (json) {
            console.answer(new JsonMapper().writeValueAsString(Map.of("input", counts, "played", result)));
        }
        return (result.refusedOrders() == 0 ? ExitCode.OK : ExitCode.INPUT).code();
    }

    private PlaySettings check() {
        if (limit < 1) {
            throw new LaunchFailure(ExitCode.USAGE, "--limit must be at least 1");
        }
        try {
            return PlaySettings.DEFAULT.withRatePerSecond(rate);
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(ExitCode.USAGE, e.getMessage() + " (see --help)");
        }
    }
}
