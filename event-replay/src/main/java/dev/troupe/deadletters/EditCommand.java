package dev.troupe.deadletters;

import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.JsonInput;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a dead letter another payload. */
@Command(
        name = "edit",
        description =
                "Give a dead letter another payload for when it is tried again. The event itself stays as it is; the payload is kept beside it, with your name and reason.")
final class EditCommand extends OperatorCommand {

    @Parameters(paramLabel = "LETTER", converter = LetterName.Converter.class, description = "Such as payment/7.")
    private LetterName name = new LetterName("", 0);

    @Option(
            names = "--payload",
            required = true,
            paramLabel = "FILE",
            description = "The whole payload as JSON, in the form that show prints; - reads standard input.")
    private Path file = Path.of("-");

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason = "";

    @Override
    protected ExitCode run(Services services, Output output) {
        DeadLetterDetails details = new DeadLettersClient(services).edit(name, JsonInput.object(file), reason);
        output.answer(details, LetterText.of(name, details));
        output.say("Have it tried again with: ./troupe deadletters retry %s", name);
        return ExitCode.OK;
    }
}
