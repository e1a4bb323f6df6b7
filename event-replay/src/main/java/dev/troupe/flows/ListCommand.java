package dev.troupe.flows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.Output;
import dev.troupe.operator.ServiceClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds flows. */
@Command(name = "list", description = "List flows, the newest first; everything that is given must hold.")
final class ListCommand extends FlowsVerb {

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "The beginning of a flow's id, or a whole customer id or SKU.")
    private @Nullable String text;

    @Option(names = "--status", paramLabel = "STATUS", description = "OPEN, STUCK or ENDED.")
    private @Nullable String status;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "COMPLETED, CANCELLED, or why it was cancelled, such as DECLINED.")
    private @Nullable String outcome;

    @Option(names = "--type", paramLabel = "FACT", description = "A fact that has happened, such as payment.declined.")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many; default 20.")
    private int limit;

    @Override
    ExitCode run(ServiceClient viewer, Output output) {
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("q", text);
        wanted.put("status", status);
        wanted.put("outcome", outcome);
        wanted.put("type", type);
        wanted.put("limit", limit);
        JsonNode page = viewer.get("/api/flows" + Query.of(wanted), JsonNode.class);
        output.answer(
                page, page.path("items").isEmpty() ? "No flow is like that." : FlowText.table(page.path("items")));
        if (page.hasNonNull("next")) {
            output.say("There are more; ask for them with --limit, or for fewer with --status, --outcome or --type.");
        }
        return ExitCode.OK;
    }
}
