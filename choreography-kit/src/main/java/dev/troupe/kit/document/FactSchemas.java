package dev.troupe.kit.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the schemas and examples that facts are shipped with. */
public final class FactSchemas {

    private FactSchemas() {}

    /** The JSON Schema of a fact's revision; nothing if none is shipped. */
    public static Optional<JsonNode> schema(String fact, int revision) {
        return read("/schemas/%s/%d.schema.json".formatted(fact, revision));
    }

    /** An example of a fact's revision; nothing if none is shipped. */
    public static Optional<JsonNode> example(String fact, int revision) {
        return read("/schemas/%s/%d.example.json".formatted(fact, revision));
    }

    private static Optional<JsonNode> read(String file) {
        try (InputStream json = FactSchemas.class.getResourceAsStream(file)) {
            return json == null
                    ? Optional.empty()
                    : Optional.of(FactMapper.get().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
