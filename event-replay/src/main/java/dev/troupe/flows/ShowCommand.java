package dev.troupe.flows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.Output;
import dev.troupe.operator.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a flow. */
@Command(
        name = "show",
        description =
                "Show what happened in a flow, who owes what, and why it has not come. Ends with 11 if the flow is stuck.")
final class ShowCommand extends FlowsVerb {

    @Parameters(paramLabel = "FLOW", description = "The flow's id, which is that of its order, delivery or adjustment.")
    private String flowId = "";

    @Override
    ExitCode run(ServiceClient viewer, Output output) {
        JsonNode details = viewer.get("/api/flows/" + Query.encoded(flowId), JsonNode.class);
        output.answer(details, FlowText.story(details));
        return details.path("flow").path("status").asText().equals("STUCK") ? ExitCode.FLOWS_NOT_ENDED : ExitCode.OK;
    }
}
