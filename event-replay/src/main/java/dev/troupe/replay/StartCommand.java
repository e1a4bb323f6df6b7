package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins to rebuild projections. */
@Command(name = "start", description = "Build projections anew beside the live ones, which go on undisturbed.")
final class StartCommand extends OperatorCommand {

    @Parameters(paramLabel = "PROJECTION", arity = "1..*", description = "The projections, such as order_summary.")
    private List<String> projections = List.of();

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description =
                    "Go no faster than this; 0 for as fast as it can. Default: a pace that leaves live handling undisturbed.")
    private @Nullable Integer eventsPerSecond;

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        List<Replay> started = new ArrayList<>();
        for (String projection : projections) {
            started.add(client.start(new ReplayRequest(projection, eventsPerSecond)));
        }
        output.answer(started, ReplayText.of(started));
        output.say("Watch with: ./troupe replay watch %s", started.getFirst().id());
        return ExitCode.OK;
    }
}
