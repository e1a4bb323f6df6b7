package dev.troupe.replay;

import dev.troupe.kit.replay.ReplayAudit;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows all that is known of a replay. */
@Command(
        name = "show",
        description = "Show a replay: what was planned, what was done to it, when and by whom, and how it ended.")
final class ShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The replay, or a projection: its newest replay.")
    private String id = "";

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayClient client = new ReplayClient(services);
        ReplayAudit audit = client.audit(client.idOf(id));
        output.answer(audit, ReplayText.of(audit));
        return ExitCode.OK;
    }
}
