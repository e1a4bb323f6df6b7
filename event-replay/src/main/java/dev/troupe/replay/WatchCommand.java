package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how far a replay is until it builds no more. */
@Command(
        name = "watch",
        description =
                "Show how far a replay is, how fast and until when, until its shadow has caught up or it has ended.")
final class WatchCommand extends OperatorCommand {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Parameters(paramLabel = "ID", description = "The replay, or a projection: its newest replay.")
    private String id = "";

    @Override
    protected ExitCode run(Services services, Output output) throws InterruptedException {
        ReplayClient client = new ReplayClient(services);
        Replay replay = client.show(client.idOf(id));
        try (ReplayProgress progress = new ReplayProgress(output, replay)) {
            while (replay.state().isBuilding()) {
                Thread.sleep(LOOK_EVERY);
                replay = client.show(replay.id());
                progress.at(replay);
            }
        }
        output.answer(replay, ReplayText.of(replay));
        return switch (replay.state()) {
            case FAILED, CANCELLED -> ExitCode.REPLAY_NOT_DONE;
            default -> ExitCode.OK;
        };
    }
}
