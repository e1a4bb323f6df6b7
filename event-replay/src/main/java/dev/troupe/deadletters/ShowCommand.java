package dev.troupe.deadletters;

import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a dead letter. */
@Command(
        name = "show",
        description =
                "Show a dead letter: its cause, its event, and what was done about it. Personal values stay sealed.")
final class ShowCommand extends OperatorCommand {

    @Parameters(paramLabel = "LETTER", converter = LetterName.Converter.class, description = "Such as payment/7.")
    private LetterName name = new LetterName("", 0);

    @Override
    protected ExitCode run(Services services, Output output) {
        DeadLetterDetails details = new DeadLettersClient(services).show(name);
        output.answer(details, LetterText.of(name, details));
        return ExitCode.OK;
    }
}
