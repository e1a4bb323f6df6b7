package dev.troupe.quarantine;

import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an entry up. */
@Command(name = "drop", description = "Give an entry up; what came is forgotten, the reason is kept.")
final class DropCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The entry.")
    private long id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it is given up.")
    private String reason = "";

    @Override
    protected ExitCode run(Services services, Output output) {
        QuarantineEntry entry = new QuarantineClient(services).drop(id, reason);
        output.answer(entry, QuarantineText.of(entry));
        return ExitCode.OK;
    }
}
