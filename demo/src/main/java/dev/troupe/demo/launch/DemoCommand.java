package dev.troupe.demo.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.audit.Summary;
import dev.troupe.demo.audit.SummaryText;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the system, plays orders, and sums up. */
@Command(
        name = "demo",
        description =
                "Start everything, receive stock, play orders, sum up what came of them, and stay up until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(names = "--exit", description = "Stop everything once the last flow has ended.")
    private boolean exit;

    @Option(names = "--json", description = "Print the summary as one JSON object, the last line of standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(System.err, System.out);
        play.check();
        if (play.isFile()) {
            // A broken file is told before anything is started.
            play.input(1).scan(new StockNeeds(), row -> {});
        }
        return Curtain.over(() -> {
            try (Stage stage = Stage.open(system.settings(), console)) {
                Welcome.say(stage, console);
                Summary summary = new Play(stage, play, console).perform();
                stage.processes().failure().ifPresent(failure -> console.say("%s", failure.getMessage()));
                SummaryText.of(summary).forEach(line -> console.say("%s", line));
                if (json) {
                    console.answer(new JsonMapper().writeValueAsString(summary));
                }
                if (!exit) {
                    console.say("Everything stays up; Ctrl-C stops it.");
                    Vigil.keep(stage, console);
                }
                return exitCode(summary).code();
            }
        });
    }

    private static ExitCode exitCode(Summary summary) {
        if (summary.isFine()) {
            return ExitCode.OK;
        }
        return summary.orders().open() > 0 ? ExitCode.FLOWS_NOT_ENDED : ExitCode.INVARIANT_BROKEN;
    }
}
