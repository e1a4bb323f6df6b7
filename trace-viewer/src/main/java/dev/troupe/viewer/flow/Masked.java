package dev.troupe.viewer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.util.Map;

/** Stored JSON as it may be shown: personal values, though sealed, are replaced by a word that says so. */
final class Masked {

    private static final String MASK = "personal, sealed";

    private Masked() {}

    /** JSON as plain maps, lists and values; text in place of JSON that cannot be read. */
    static Object of(byte[] json) {
        try {
            JsonNode node = FactMapper.get().readTree(json);
            mask(node);
            return FactMapper.get().convertValue(node, Object.class);
        } catch (IOException unreadable) {
            return Map.of("unreadable", "this is stored, but it is not JSON");
        }
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("ciphertext") && object.has("keyId")) {
            object.put("ciphertext", MASK);
        }
        node.forEach(Masked::mask);
    }
}
