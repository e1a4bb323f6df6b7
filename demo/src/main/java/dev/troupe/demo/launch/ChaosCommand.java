package dev.troupe.demo.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.chaos.ChaosReport;
import dev.troupe.demo.chaos.ChaosRun;
import dev.troupe.demo.chaos.ChaosSettings;
import dev.troupe.demo.chaos.ChaosText;
import dev.troupe.demo.chaos.Lines;
import dev.troupe.demo.chaos.Moments;
import dev.troupe.kit.store.EventLog;
import dev.troupe.operator.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Breaks a whole system on purpose while orders are played, and judges from outside what came of them. */
@Command(
        name = "chaos",
        description = {
            "Start everything anew, play orders while processes are killed, stopped and cut off, and check from outside"
                    + " that nothing was lost and nothing happened twice.",
            "What is broken when is decided by the seed. The data directory is emptied first; an Axon Server must be"
                    + " empty.",
            "Exit codes: 0 every promise was kept, 11 flows had not ended in time, 12 another promise was broken."
        })
final class ChaosCommand implements Callable<Integer> {

    private static final List<String> BUGS = List.of(
            "token-not-written",
            "counted-twice",
            "random-payment-key",
            "order-not-stored",
            "mail-sent-twice",
            "oversold");

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Option(names = "--orders", paramLabel = "N", defaultValue = "200", description = "Play N orders; default 200.")
    private int orders;

    @Option(
            names = "--kills",
            paramLabel = "K",
            defaultValue = "10",
            description = "Kill a process K times, and disturb it otherwise K times; default 10.")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides which orders are played and what is broken when; default 1.")
    private long seed;

    @Option(
            names = "--end-within",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long after the last kill all flows may take to end; default 60.")
    private int endWithin;

    @Option(
            names = "--plant",
            paramLabel = "BUG",
            split = ",",
            description =
                    "Plant a bug into the services, to see that it is found. Several: a,b. There are token-not-written,"
                            + " counted-twice, random-payment-key, order-not-stored, mail-sent-twice and oversold.")
    private List<String> bugs = new ArrayList<>();

    @Option(names = "--json", description = "Print the report as one JSON object, the last line of standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (orders < 1 || kills < 0 || endWithin < 1) {
            throw new LaunchFailure(
                    ExitCode.USAGE, "--orders and --end-within must be at least 1 and --kills not negative");
        }
        requireKnown(bugs);
        Console console = new Console(System.err, System.out);
        return Curtain.over(() -> {
            ChaosReport report = run(console);
            ChaosText.of(report).forEach(line -> console.say("%s", line));
            if (json) {
                console.answer(new JsonMapper().writeValueAsString(report));
            }
            return exitCode(report).code();
        });
    }

    private ChaosReport run(Console console) throws Exception {
        StageSettings settings = system.ownSettings("chaos").anew().withoutTraceViewer();
        try (Lines lines = Lines.to(
                        settings.ports().of(Port.POSTGRES), settings.ports().of(Port.PROVIDER));
                Moments moments = Moments.listen();
                Stage stage = Stage.open(settings.with(rigging(settings, lines, moments)), console);
                EventLog log =
                        stage.eventStore().openLog("troupe", stage.database().admin())) {
            ChaosSettings chaos = new ChaosSettings(orders, kills, seed, Duration.ofSeconds(endWithin));
            return new ChaosRun(Rig.scene(stage, log, lines, moments, text -> console.say("%s", text)), chaos)
                    .perform();
        }
    }

    private static void requireKnown(List<String> bugs) {
        for (String bug : bugs) {
            if (!BUGS.contains(bug)) {
                throw new LaunchFailure(
                        ExitCode.USAGE,
                        "There is no bug called '%s'; there are %s.".formatted(bug, String.join(", ", BUGS)));
            }
        }
    }

    private Rigging rigging(StageSettings settings, Lines lines, Moments moments) {
        return Rig.of(lines, moments, settings.classpaths().of("chaos-agent"), bugs, seed);
    }

    private static ExitCode exitCode(ChaosReport report) {
        if (report.isFine()) {
            return ExitCode.OK;
        }
        return report.flowsEnded() ? ExitCode.INVARIANT_BROKEN : ExitCode.FLOWS_NOT_ENDED;
    }
}
