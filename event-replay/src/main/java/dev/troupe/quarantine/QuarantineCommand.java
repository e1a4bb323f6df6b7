package dev.troupe.quarantine;

import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about input that could not enter the log. */
@Command(
        name = "quarantine",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        description = "Look at input that could not become orders; mend and release it, or drop it.",
        subcommands = {ListCommand.class, ShowCommand.class, ReleaseCommand.class, DropCommand.class})
public final class QuarantineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
