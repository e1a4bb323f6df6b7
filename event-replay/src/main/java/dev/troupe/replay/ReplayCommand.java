package dev.troupe.replay;

import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything about replays. */
@Command(
        name = "replay",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        description =
                "Rebuild a projection beside the live one, compare both, swap them, and take that back. Nothing is sent, charged or appended by a replay.",
        subcommands = {
            PlanCommand.class,
            StartCommand.class,
            WatchCommand.class,
            ReplayVerb.Pause.class,
            ReplayVerb.Resume.class,
            ThrottleCommand.class,
            ReplayVerb.Cancel.class,
            CompareCommand.class,
            ReplayVerb.Swap.class,
            ReplayVerb.Rollback.class,
            ListCommand.class,
            ShowCommand.class,
            VerifyCommand.class
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
