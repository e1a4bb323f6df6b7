package dev.troupe.replay;

import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a rebuild would do. */
@Command(
        name = "plan",
        description = "Say what a rebuild would do: which events, which handlers, how long. Changes nothing.")
final class PlanCommand extends OperatorCommand {

    @Parameters(paramLabel = "PROJECTION", description = "The projection, such as order_summary.")
    private String projection = "";

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Override
    protected ExitCode run(Services services, Output output) {
        ReplayPlan plan = new ReplayClient(services).plan(selection.of(projection));
        output.answer(plan, ReplayText.of(plan));
        return ExitCode.OK;
    }
}
