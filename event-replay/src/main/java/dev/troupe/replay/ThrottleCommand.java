package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Changes how fast a replay goes. */
@Command(name = "throttle", description = "Change how fast a replay goes at most, while it runs.")
final class ThrottleCommand extends OperatorCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The replay, or a projection: its newest replay.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "EVENTS_PER_SECOND",
            description = "How fast at most; 0 for as fast as it can.")
    private int eventsPerSecond;

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        Replay replay = client.throttle(client.idOf(id), eventsPerSecond);
        output.answer(replay, ReplayText.of(replay));
        return ExitCode.OK;
    }
}
