package dev.troupe.events.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what readers need against what a schema has. */
final class Readers {

    private Readers() {}

    /** Who reads a field that is not there. */
    static List<String> missing(JsonNode schema, Map<String, List<String>> readers) {
        List<String> missing = new ArrayList<>();
        readers.forEach((reader, fields) -> fields.stream()
                .filter(field -> !has(schema, field))
                .forEach(field -> missing.add(
                        "%s reads %s of %s, which is gone: let it read something else first, then ./troupe choreography --write"
                                .formatted(reader, field, schema.path("title").asText()))));
        return missing;
    }

    private static boolean has(JsonNode schema, String path) {
        JsonNode at = schema;
        for (String name : path.replace("[]", ".[]").split("\\.")) {
            at = name.equals("[]") ? at.path("items") : at.path("properties").path(name);
        }
        return !at.isMissingNode();
    }
}
