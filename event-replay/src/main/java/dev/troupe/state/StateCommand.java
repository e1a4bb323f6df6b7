package dev.troupe.state;

import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import dev.troupe.operator.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an aggregate as it was. */
@Command(
        name = "state",
        description =
                "Show how an order, payment, warehouse or notification was at any time, or what each event did to it.")
public final class StateCommand extends OperatorCommand {

    @Parameters(
            index = "0",
            paramLabel = "AGGREGATE",
            description = "Its type: order, payment, warehouse or notification.")
    private String aggregate = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Its id.")
    private String id = "";

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description = "A position of the event store, or a time such as 2026-01-31T12:00:00Z. Default: now.")
    private @Nullable String at;

    @Option(names = "--history", description = "Show what each event changed instead.")
    private boolean history;

    @Override
    protected ExitCode run(Services services, Output output) {
        StateClient client = new StateClient(services);
        if (history) {
            StateHistory past = client.history(aggregate, id);
            output.answer(past, text(past));
        } else {
            PastState past = client.at(aggregate, id, at);
            output.answer(past, text(past));
        }
        return ExitCode.OK;
    }

    private static String text(PastState past) {
        TextTable fields = new TextTable("FIELD", "VALUE");
        past.state().forEach(fields::row);
        return "%s %s after %d events, the last of them %s at position %d, %s\n\n%s"
                .formatted(
                        past.aggregate(),
                        past.id(),
                        past.events(),
                        past.fact(),
                        past.position(),
                        past.recordedAt(),
                        fields);
    }

    private static String text(StateHistory past) {
        TextTable steps = new TextTable("POSITION", "RECORDED", "FACT", "FIELD", "BEFORE", "AFTER");
        for (StateHistory.Step step : past.items()) {
            if (step.changes().isEmpty()) {
                steps.row(step.position(), step.recordedAt(), step.fact(), "(nothing changed)", null, null);
            }
            step.changes()
                    .forEach(change -> steps.row(
                            step.position(),
                            step.recordedAt(),
                            step.fact(),
                            change.field(),
                            change.before(),
                            change.after()));
        }
        return steps.toString();
    }
}
