package dev.troupe.bench;

import dev.troupe.bench.measure.Row;
import dev.troupe.bench.report.Chart;
import dev.troupe.bench.report.Machine;
import dev.troupe.bench.report.PerformancePage;
import dev.troupe.bench.report.Table;
import dev.troupe.bench.store.BenchServer;
import dev.troupe.bench.store.StoreBench;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Curtain;
import dev.troupe.operator.CacheDirectory;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the event store beside Axon's own and, if there is one, Axon Server. */
@Command(
        name = "store",
        description = "Append, deliver, replay and load, in turns with Axon's JDBC engine, on a PostgreSQL of its own.")
final class StoreCommand implements Callable<Integer> {

    @Mixin
    private SizeOptions size = new SizeOptions();

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Measure only these parts: ${COMPLETION-CANDIDATES}. Several: a,b.")
    private Set<StoreBench.Part> only = EnumSet.noneOf(StoreBench.Part.class);

    @Option(names = "--json", description = "Print what was measured as one JSON object on standard output.")
    private boolean json;

    @Option(names = "--write", description = "Write table and chart into docs/reference/performance.md.")
    private boolean write;

    @Override
    public Integer call() throws Exception {
        StoreBench.Size much = size.size();
        if (write && !only.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--write writes a whole table, so it does not go with --only");
        }
        Set<StoreBench.Part> parts = only.isEmpty() ? EnumSet.allOf(StoreBench.Part.class) : only;
        Console console = new Console(System.err, System.out);
        return Curtain.over(() -> {
            try (BenchServer server = BenchServer.start(CacheDirectory.path().resolve("postgresql"))) {
                Machine machine = Machine.here(server.version());
                console.say("%s", machine.text());
                List<Row> rows = new StoreBench(server, much, row -> Progress.say(console, row)).run(parts);
                if (write) {
                    PerformancePage page = new PerformancePage(Path.of(System.getProperty("troupe.home", ".")));
                    page.draw("performance.svg", Chart.of(rows));
                    page.write(
                            "store",
                            machine.text()
                                    + ".\n\n![How many times better than Axon's JDBC engine](performance.svg)\n\n"
                                    + Table.of(rows));
                }
                return Progress.end(console, rows, machine, json);
            }
        });
    }
}
