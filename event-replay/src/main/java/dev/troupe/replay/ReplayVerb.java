package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be done to a replay of which only its id need be said. */
abstract class ReplayVerb extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The replay, or a projection: its newest replay.")
    private String id = "";

    private final BiFunction<ReplayClient, String, Replay> verb;

    ReplayVerb(BiFunction<ReplayClient, String, Replay> verb) {
        this.verb = verb;
    }

    @Override
    protected final ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        Replay replay = verb.apply(client, client.idOf(id));
        output.answer(replay, ReplayText.of(replay));
        return ExitCode.OK;
    }

    /** Lets it wait. */
    @Command(name = "pause", description = "Let a replay wait until it is resumed.")
    static final class Pause extends ReplayVerb {
        Pause() {
            super(ReplayClient::pause);
        }
    }

    /** Goes on. */
    @Command(name = "resume", description = "Go on with a paused replay.")
    static final class Resume extends ReplayVerb {
        Resume() {
            super(ReplayClient::resume);
        }
    }

    /** Gives it up. */
    @Command(name = "cancel", description = "Give a replay up and drop its shadow.")
    static final class Cancel extends ReplayVerb {
        Cancel() {
            super(ReplayClient::cancel);
        }
    }

    /** Swaps. */
    @Command(
            name = "swap",
            description = "Make the shadow the live projection, in one transaction; the former one is kept.")
    static final class Swap extends ReplayVerb {
        Swap() {
            super(ReplayClient::swap);
        }
    }

    /** Takes a swap back. */
    @Command(name = "rollback", description = "Make the former projection the live one again.")
    static final class Rollback extends ReplayVerb {
        Rollback() {
            super(ReplayClient::rollback);
        }
    }
}
