package dev.troupe.quarantine;

import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an entry with its content. */
@Command(name = "show", description = "Show an entry as it came, and why it could not enter; who did is recorded.")
final class ShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The entry.")
    private long id;

    @Override
    protected ExitCode run(Services services, Output output) {
        QuarantineEntry entry = new QuarantineClient(services).open(id);
        output.answer(entry, QuarantineText.of(entry));
        return ExitCode.OK;
    }
}
