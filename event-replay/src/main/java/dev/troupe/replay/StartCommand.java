package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins to rebuild projections. */
@Command(name = "start", description = "Build projections anew beside the live ones, which go on undisturbed.")
final class StartCommand extends OperatorCommand {

    @Parameters(paramLabel = "PROJECTION", arity = "1..*", description = "The projections, such as order_summary.")
    private List<String> projections = List.of();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        List<Replay> started = new ArrayList<>();
        for (String projection : projections) {
            started.add(client.start(selection.of(projection)));
        }
        output.answer(started, ReplayText.of(started));
        output.say("Watch with: ./troupe replay watch %s", started.getFirst().id());
        return ExitCode.OK;
    }
}
