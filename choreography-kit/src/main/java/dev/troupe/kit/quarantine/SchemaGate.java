package dev.troupe.kit.quarantine;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.document.FactSchemas;
import dev.troupe.kit.serialization.FactMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what may become a fact against the schema of that fact, before it enters the log. */
public final class SchemaGate {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final Map<Class<?>, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** What does not fit, each with its place as a JSON pointer; nothing if all fits. */
    public List<Violation> violations(Object fact) {
        return schemas
                .computeIfAbsent(fact.getClass(), SchemaGate::schema)
                .validate(FactMapper.get().valueToTree(fact))
                .stream()
                .map(SchemaGate::violation)
                .toList();
    }

    private static JsonSchema schema(Class<?> type) {
        String name = FactCatalogue.nameOf(type);
        int revision = FactCatalogue.revisionOf(type);
        return SCHEMAS.getSchema(FactSchemas.schema(name, revision)
                .orElseThrow(
                        () -> new IllegalStateException("%s has no schema of revision %d".formatted(name, revision))));
    }

    /** The keyword that failed is told, never the value, which may be personal. */
    private static Violation violation(ValidationMessage message) {
        String pointer = message.getInstanceLocation()
                .toString()
                .replace("$", "")
                .replace('.', '/')
                .replace("[", "/")
                .replace("]", "");
        return new Violation(pointer, "does not fit the schema by its " + message.getType());
    }

    /** Something that does not fit. */
    public record Violation(String pointer, String detail) {}
}
