package dev.troupe.flows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.operator.TextTable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says to people what programs get as JSON. */
final class FlowText {

    private FlowText() {}

    static String table(JsonNode flows) {
        TextTable table = new TextTable("FLOW", "STATE", "OUTCOME", "EVENTS", "LAST EVENT", "MILLIS", "BEGAN");
        for (JsonNode flow : flows) {
            table.row(
                    flow.path("flowId").asText(),
                    flow.path("status").asText(),
                    flow.path("reason").asText(flow.path("outcome").asText()),
                    flow.path("events").asText(),
                    flow.path("lastType").asText(),
                    flow.path("latencyMillis").asText(),
                    flow.path("began").asText());
        }
        return table.toString();
    }

    static String story(JsonNode details) {
        TextTable events = new TextTable("AFTER MS", "SERVICE", "FACT", "BECAUSE OF", "POSITION");
        for (JsonNode event : details.path("events")) {
            events.row(
                    event.path("afterMillis").asText(),
                    event.path("service").asText(),
                    event.path("type").asText(),
                    typeOf(event.path("causeId").asText(), details.path("events")),
                    event.path("position").asText());
        }
        String owed =
                lines(details.path("debts"), debt -> "  " + debt.path("why").asText());
        return details.path("story").asText() + "\n\n" + events + (owed.isEmpty() ? "" : "\n\nstill owed\n" + owed);
    }

    static String stuck(JsonNode flows) {
        return lines(flows, flow -> "%s  since %s\n%s"
                .formatted(
                        flow.path("flow").path("flowId").asText(),
                        flow.path("flow").path("nextDue").asText(),
                        lines(
                                flow.path("debts"),
                                debt -> "  " + debt.path("why").asText())));
    }

    private static String typeOf(String id, JsonNode events) {
        for (JsonNode event : events) {
            if (event.path("id").asText().equals(id)) {
                return event.path("type").asText();
            }
        }
        return "";
    }

    private static String lines(JsonNode nodes, java.util.function.Function<JsonNode, String> line) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(line)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
