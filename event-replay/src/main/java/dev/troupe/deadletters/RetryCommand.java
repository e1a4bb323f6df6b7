package dev.troupe.deadletters;

import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has dead letters tried again. */
@Command(
        name = "retry",
        description =
                "Have a dead letter tried again, or its whole flow, or all. Ends with code 18 if any failed again; what is behind it then still waits.")
final class RetryCommand extends OperatorCommand {

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--sequence", description = "Also all other letters of its flow, in order.")
    private boolean sequence;

    /** One or all. */
    static final class Which {

        @Parameters(
                paramLabel = "LETTER",
                converter = LetterName.Converter.class,
                description = "Such as payment/7; it must be the first of its flow, or --sequence be given.")
        private LetterName name = new LetterName("", 0);

        @Option(names = "--all", description = "All letters of all services, each flow in order.")
        private boolean all;
    }

    @Override
    protected ExitCode run(Services services, Output output) {
        DeadLettersClient client = new DeadLettersClient(services);
        Map<String, RetryOutcome> outcomes = new TreeMap<>();
        if (which.all) {
            for (ServiceClient service : services.all()) {
                outcomes.put(service.name(), client.retryAll(service));
            }
        } else {
            outcomes.put(which.name.service(), client.retry(which.name, sequence));
        }
        output.answer(outcomes, LetterText.of(outcomes));
        return outcomes.values().stream().allMatch(outcome -> outcome.failures().isEmpty())
                ? ExitCode.OK
                : ExitCode.FAILED_AGAIN;
    }
}
