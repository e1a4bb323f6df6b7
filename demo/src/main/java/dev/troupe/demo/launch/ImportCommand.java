package dev.troupe.demo.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.input.FileInput;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.input.QuarantineFile;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.demo.orders.play.PlaySettings;
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
        description = "Place the orders of an Online Retail file in a running system. Importing a file again places no order twice.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The file: CSV, plain or gzipped.")
    private Path file = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "Stop after the Nth order of the file.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--without-stock", description = "Do not receive the goods that the orders need first.")
    private boolean withoutStock;

    @Option(names = "--rate", paramLabel = "PER_SECOND", defaultValue = "0", description = "Place at most so many orders per second.")
    private double rate;

    @Option(names = "--json", description = "Print what was read and placed as one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(System.err, System.out);
        if (limit < 1) {
            throw new LaunchFailure(ExitCode.USAGE, "--limit must be at least 1");
        }
        Input input = new FileInput(file, limit);
        StockNeeds needs = new StockNeeds();
        RunningSystem system = RunningSystem.of(data.path());
        InputCounts counts = scan(input, needs, console);
        if (!withoutStock) {
            new OpeningStock(system.url(Port.INVENTORY)).receive(needs.exactly());
        }
        OrderPlayer player =
                new OrderPlayer(system.url(Port.ORDER), PlaySettings.DEFAULT.withRatePerSecond(rate));
        try (Input.Orders orders = input.open();
                ProgressLine progress = new ProgressLine(console, "placed", counts.orders())) {
            PlayResult result = player.play(orders, now -> progress.at(now.played()));
            console.say(
                    "%d orders placed, %d were there already, %d refused; %s",
                    result.acknowledged(), result.alreadyThere(), result.refusedOrders(), counts.quarantined());
            if (json) {
                console.answer(new JsonMapper().writeValueAsString(Map.of("input", counts, "played", result)));
            }
            return (result.refusedOrders() == 0 ? ExitCode.OK : ExitCode.INPUT).code();
        }
    }

    private InputCounts scan(Input input, StockNeeds needs, Console console) throws Exception {
        Path folder = data.path().resolve("quarantine");
        try (QuarantineFile quarantine = new QuarantineFile(folder, file.getFileName().toString())) {
            InputCounts counts = input.scan(needs, quarantine::add);
            if (!counts.quarantined().isEmpty()) {
                console.say("Rows that are no part of an order are kept in %s", quarantine.path());
            }
            return counts;
        }
    }
}
