package dev.troupe.kit.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Describes what one service publishes and receives, as AsyncAPI 3; a channel is a fact, for all facts stand in one log. */
public final class AsyncApi {

    private final Declaration service;
    private final FactCatalogue catalogue;
    private final ObjectNode document = FactMapper.get().createObjectNode();

    private AsyncApi(Declaration service, FactCatalogue catalogue) {
        this.service = service;
        this.catalogue = catalogue;
    }

    /** The description of a service that knows these facts. */
    public static ObjectNode of(Declaration service, FactCatalogue catalogue) {
        return new AsyncApi(service, catalogue).write();
    }

    private ObjectNode write() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", service.service() + "-service")
                .put("version", version())
                .put("description", "The facts this service publishes, and those it reacts to or shows.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        Set<String> published = published();
        Set<String> all = new TreeSet<>(published);
        service.reactions().forEach(reaction -> all.add(reaction.fact()));
        service.projections().forEach(projection -> all.addAll(projection.facts()));
        all.forEach(fact -> {
            channels.putObject(fact)
                    .put("address", fact)
                    .putObject("messages")
                    .set(fact, ref("components/messages", fact));
            message(messages.putObject(fact), fact);
        });
        published.forEach(
                fact -> operation(operations, "publish." + fact, "send", fact, "Published by " + decider(fact)));
        service.reactions()
                .forEach(reaction ->
                        operation(operations, reaction.name(), "receive", reaction.fact(), summary(reaction)));
        service.projections().forEach(projection -> projection
                .facts()
                .forEach(fact -> operation(
                        operations, projection.name() + "." + fact, "receive", fact, "Shown in " + projection.name())));
        return document;
    }

    /** Grows with each new revision of a fact that the service publishes. */
    private String version() {
        return "1." + service.facts().stream().mapToInt(fact -> fact.revision()).sum();
    }

    private Set<String> published() {
        return service.aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().values().stream())
                .flatMap(facts -> facts.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String decider(String fact) {
        return service.aggregates().stream()
                .filter(aggregate -> aggregate.commands().values().stream().anyMatch(facts -> facts.contains(fact)))
                .map(aggregate -> aggregate.name())
                .collect(Collectors.joining(", "));
    }

    private void message(ObjectNode message, String fact) {
        int revision = catalogue.typeOf(fact).map(FactCatalogue::revisionOf).orElse(1);
        message.put("name", fact).put("title", "%s, revision %d".formatted(fact, revision));
        FactSchemas.schema(fact, revision).ifPresent(schema -> message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .set("schema", schema));
        FactSchemas.example(fact, revision)
                .ifPresent(example -> message.putArray("examples").addObject().set("payload", example));
    }

    private static void operation(ObjectNode operations, String name, String action, String fact, String summary) {
        ObjectNode operation = operations.putObject(name).put("action", action).put("summary", summary);
        operation.set("channel", ref("channels", fact));
        ArrayNode messages = operation.putArray("messages");
        messages.add(ref("channels/%s/messages".formatted(fact), fact));
    }

    private static String summary(DeclaredReaction reaction) {
        String commands = String.join(", ", reaction.commands());
        return reaction.expects().isEmpty()
                ? "Leads to %s".formatted(commands)
                : "Leads to %s; %s must follow within %d s"
                        .formatted(commands, String.join(" or ", reaction.expects()), reaction.withinMillis() / 1_000);
    }

    private static ObjectNode ref(String where, String name) {
        return FactMapper.get().createObjectNode().put("$ref", "#/%s/%s".formatted(where, name));
    }
}
