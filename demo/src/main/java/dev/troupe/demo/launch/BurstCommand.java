package dev.troupe.demo.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.audit.BurstReport;
import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how the system gets over a burst of orders. */
@Command(
        name = "burst",
        description =
                "Start everything, place orders at a normal rate, then at many times that rate, then normally again, and compare. Ends with code 12 if an acknowledged order was lost, or if flows after the burst take more than twice as long as before (p99).")
final class BurstCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "20",
            description = "The normal rate; default 20.")
    private double rate;

    @Option(names = "--times", paramLabel = "N", defaultValue = "10", description = "How many times that; default 10.")
    private int times;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "15",
            description = "How long each part lasts; default 15.")
    private int seconds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "Which made-up orders; default 42.")
    private long seed;

    @Option(names = "--json", description = "Print the report as one JSON object, the last line of standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(System.err, System.out);
        if (!(rate > 0) || times < 1 || seconds < 1) {
            throw new LaunchFailure(ExitCode.USAGE, "--rate, --times and --seconds must be greater than 0");
        }
        system.requirePostgresLog("burst");
        return Curtain.over(() -> {
            try (Stage stage = Stage.open(system.settings(), console)) {
                BurstReport report = new Burst(stage, console, seed).perform(rate, times, seconds);
                report.lines().forEach(line -> console.say("%s", line));
                if (json) {
                    console.answer(new JsonMapper().writeValueAsString(report));
                }
                return (report.isFine() ? ExitCode.OK : ExitCode.INVARIANT_BROKEN).code();
            }
        });
    }
}
