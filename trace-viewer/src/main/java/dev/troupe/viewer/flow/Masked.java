package dev.troupe.viewer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Stored JSON as it may be shown: personal values, though sealed, are replaced by a word that says so. */
final class Masked {

    private static final String SEALED = "personal, sealed";
    private static final String ERASED = "personal, erased";
    private static final Map<String, String> UNREADABLE = Map.of("unreadable", "this is stored, but it is not JSON");
    private static final FactDecoder DECODER =
            new FactDecoder(FactCatalogue.troupe().types());

    private Masked() {}

    /** JSON as plain maps, lists and values; a word in place of JSON that cannot be read. */
    static Object of(byte[] json) {
        try {
            return of(FactMapper.get().readTree(json), Set.of());
        } catch (IOException unreadable) {
            return UNREADABLE;
        }
    }

    /**
     * The fact of an event, in its newest revision.
     *
     * @param erasedKeys the keys that are shredded
     */
    static Object fact(StoredEvent event, Set<String> erasedKeys) {
        try {
            return of(DECODER.json(event), erasedKeys);
        } catch (UncheckedIOException unreadable) {
            return UNREADABLE;
        }
    }

    private static Object of(JsonNode node, Set<String> erasedKeys) {
        mask(node, erasedKeys);
        return FactMapper.get().convertValue(node, Object.class);
    }

    private static void mask(JsonNode node, Set<String> erasedKeys) {
        if (node instanceof ObjectNode object && object.has("ciphertext") && object.has("keyId")) {
            object.put("ciphertext", erasedKeys.contains(object.path("keyId").asText()) ? ERASED : SEALED);
        }
        node.forEach(child -> mask(child, erasedKeys));
    }
}
