package dev.troupe.replay;

import dev.troupe.kit.replay.Comparison;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares a shadow with the live projection. */
@Command(
        name = "compare",
        description =
                "Compare a shadow with the live projection, row by row. Changes neither; ends with code 16 if they differ.")
final class CompareCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The replay, or a projection: its newest replay.")
    private String id = "";

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        Comparison comparison = client.compare(client.idOf(id));
        output.answer(comparison, ReplayText.of(comparison));
        return comparison.isEqual() ? ExitCode.OK : ExitCode.DIFFERENT;
    }
}
