package dev.troupe.deadletters;

import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything about dead letters. */
@Command(
        name = "deadletters",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        description =
                "Look at the events that could not be handled and wait with the rest of their flow; mend them, have them tried again, or give them up.",
        subcommands = {ListCommand.class, ShowCommand.class, RetryCommand.class, EditCommand.class, DropCommand.class})
public final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
