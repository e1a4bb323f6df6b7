package dev.troupe.deadletters;

import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
        name = "list",
        description = "List the dead letters of all services, each service's in the order in which they were parked.")
final class ListCommand extends OperatorCommand {

    @Option(names = "--processor", paramLabel = "NAME", description = "Only of this processor.")
    private @Nullable String processor;

    @Option(names = "--flow", paramLabel = "ID", description = "Only of this flow.")
    private @Nullable String flow;

    @Option(names = "--type", paramLabel = "FACT", description = "Only of this fact, such as order.placed.")
    private @Nullable String type;

    /** A service that is down must not hide the letters of the others. */
    @Override
    protected ExitCode run(Services services, Output output) {
        DeadLettersClient client = new DeadLettersClient(services);
        List<Letter> letters = new ArrayList<>();
        ExitCode ended = ExitCode.OK;
        for (ServiceClient service : services.all()) {
            try {
                letters.addAll(client.list(service, filter()));
            } catch (CommandFailure away) {
                output.say("%s", away.getMessage());
                ended = away.exitCode();
            }
        }
        output.answer(letters, letters.isEmpty() ? "No dead letters." : LetterText.of(letters));
        return ended;
    }

    private Map<String, String> filter() {
        Map<String, String> filter = new HashMap<>();
        put(filter, "processor", processor);
        put(filter, "flowId", flow);
        put(filter, "eventType", type);
        return filter;
    }

    private static void put(Map<String, String> filter, String name, @Nullable String value) {
        if (value != null) {
            filter.put(name, value);
        }
    }
}
