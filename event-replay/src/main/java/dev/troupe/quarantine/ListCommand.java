package dev.troupe.quarantine;

import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.kit.quarantine.QuarantineEntry.State;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what is in quarantine. */
@Command(name = "list", description = "List what is held, and count it by reason.")
final class ListCommand extends OperatorCommand {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "HELD",
            description = "HELD, RELEASED or DROPPED. Default: HELD.")
    private State state = State.HELD;

    @Option(names = "--all", description = "List what was decided about too.")
    private boolean all;

    @Override
    protected ExitCode run(Services services, Output output) {
        List<QuarantineEntry> entries = new QuarantineClient(services).list(all ? "" : state.name());
        output.answer(entries, QuarantineText.of(entries));
        return ExitCode.OK;
    }
}
