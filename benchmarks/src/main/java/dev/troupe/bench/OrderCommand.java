package dev.troupe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.bench.order.Attack;
import dev.troupe.bench.order.OrderTrial;
import dev.troupe.bench.order.Verdict;
import dev.troupe.bench.store.BenchServer;
import dev.troupe.demo.launch.Console;
import dev.troupe.demo.launch.Curtain;
import dev.troupe.operator.CacheDirectory;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attacks the order of the store for as long as it takes to believe in it. */
@Command(
        name = "order",
        description = {
            "Have many writers dawdle before some commits and take others back, while readers are killed again and again;",
            "then count what readers were not given, were given twice, or in the wrong order."
        })
final class OrderCommand implements Callable<Integer> {

    @Option(names = "--appends", paramLabel = "N", description = "Begin N transactions; default 1000000.")
    private int appends = 1_000_000;

    @Option(names = "--writers", paramLabel = "N", description = "Let N write at once; default 64.")
    private int writers = 64;

    @Option(names = "--readers", paramLabel = "N", description = "Let N read at once; default 4.")
    private int readers = 4;

    @Option(names = "--json", description = "Print the verdict as one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (appends < 1_000 || writers < 1 || readers < 1 || writers + readers * 16 > 180) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--appends must be at least 1000, --writers and --readers at least 1, and together they must fit 180 sessions"
                            + " (a reader may use 16)");
        }
        Console console = new Console(System.err, System.out);
        return Curtain.over(() -> {
            try (BenchServer server = BenchServer.start(CacheDirectory.path().resolve("postgresql"))) {
                console.say("%,d appends by %d writers, %d readers", appends, writers, readers);
                Verdict verdict = new OrderTrial(server.create("attack"), new Attack(writers, appends, readers))
                        .run(left -> console.say("  %,d appends left", left));
                console.say(
                        "%,d events stored; %,d delivered to all readers together: %d skipped, %d delivered twice, %d out of order",
                        verdict.stored(),
                        verdict.delivered(),
                        verdict.skipped(),
                        verdict.duplicated(),
                        verdict.inverted());
                if (json) {
                    console.answer(new JsonMapper().writeValueAsString(verdict));
                }
                return (verdict.isFlawless() ? ExitCode.OK : ExitCode.INVARIANT_BROKEN).code();
            }
        });
    }
}
