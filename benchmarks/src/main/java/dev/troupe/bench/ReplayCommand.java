package dev.troupe.bench;

import dev.troupe.bench.measure.Row;
import dev.troupe.bench.report.Machine;
import dev.troupe.bench.store.BenchServer;
import dev.troupe.bench.store.StoreBench;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Curtain;
import dev.troupe.operator.CacheDirectory;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures replays alone. */
@Command(name = "replay", description = "Replay events, counting them and into a projection, in turns with others.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private SizeOptions size = new SizeOptions();

    @Option(names = "--json", description = "Print what was measured as one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        StoreBench.Size much = size.size();
        Console console = new Console(System.err, System.out);
        return Curtain.over(() -> {
            try (BenchServer server = BenchServer.start(CacheDirectory.path().resolve("postgresql"))) {
                Machine machine = Machine.here(server.version());
                console.say("%s", machine.text());
                List<Row> rows = new StoreBench(server, much, row -> Progress.say(console, row))
                        .run(EnumSet.of(StoreBench.Part.REPLAY));
                return Progress.end(console, rows, machine, json);
            }
        });
    }
}
