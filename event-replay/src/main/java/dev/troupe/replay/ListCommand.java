package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists replays. */
@Command(name = "list", description = "List all replays of all services, the newest first.")
final class ListCommand extends OperatorCommand {

    @Override
    protected ExitCode run(Services services, Output output) {
        List<Replay> replays = new ReplayClient(services).list();
        output.answer(replays, replays.isEmpty() ? "No replay was ever asked for." : ReplayText.of(replays));
        return ExitCode.OK;
    }
}
