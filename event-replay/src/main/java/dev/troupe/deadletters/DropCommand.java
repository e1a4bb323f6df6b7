package dev.troupe.deadletters;

import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a dead letter up. */
@Command(
        name = "drop",
        description =
                "Give a dead letter up: its event is never handled by its processor. Your name and reason are kept.")
final class DropCommand extends OperatorCommand {

    @Parameters(paramLabel = "LETTER", converter = LetterName.Converter.class, description = "Such as payment/7.")
    private LetterName name = new LetterName("", 0);

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason = "";

    @Override
    protected ExitCode run(Services services, Output output) {
        DeadLetter dropped = new DeadLettersClient(services).drop(name, reason);
        output.answer(
                Letter.of(name.service(), dropped),
                "Dropped %s: %s of flow %s.".formatted(name, dropped.eventType(), dropped.flowId()));
        return ExitCode.OK;
    }
}
