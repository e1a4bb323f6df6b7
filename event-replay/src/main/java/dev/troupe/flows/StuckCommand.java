package dev.troupe.flows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.Output;
import dev.troupe.operator.ServiceClient;
import picocli.CommandLine.Command;

/** Lists stuck flows. */
@Command(
        name = "stuck",
        description =
                "List the flows that owe something overdue: who owes it, and why it has not come. Ends with 11 if there are any.")
final class StuckCommand extends FlowsVerb {

    @Override
    ExitCode run(ServiceClient viewer, Output output) {
        JsonNode stuck = viewer.get("/api/stuck", JsonNode.class);
        boolean none = stuck.path("flows").isEmpty();
        output.answer(stuck, none ? "No flow is stuck." : FlowText.stuck(stuck.path("flows")));
        long hidden = stuck.path("count").asLong() - stuck.path("flows").size();
        if (hidden > 0) {
            output.say("%d more are stuck; the newest are shown.", hidden);
        }
        return none ? ExitCode.OK : ExitCode.FLOWS_NOT_ENDED;
    }
}
