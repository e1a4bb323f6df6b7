package dev.troupe.quarantine;

import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.JsonInput;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a mended order go on. */
@Command(
        name = "release",
        description = "Place the order as it should have been; it keeps the file and rows it came from.")
final class ReleaseCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The entry.")
    private long id;

    @Option(
            names = "--order",
            paramLabel = "FILE",
            required = true,
            description = "The mended order as JSON, such as POST /orders takes it; - reads standard input.")
    private Path order = Path.of("-");

    @Override
    protected ExitCode run(Services services, Output output) {
        QuarantineEntry entry = new QuarantineClient(services).release(id, JsonInput.object(order));
        output.answer(entry, QuarantineText.of(entry));
        return ExitCode.OK;
    }
}
