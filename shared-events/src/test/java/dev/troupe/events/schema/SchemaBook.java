package dev.troupe.events.schema;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The schemas that are kept: a folder per fact with the schema and an example of each revision, and what changed when and why. */
final class SchemaBook {

    static final String WRITE_ANEW = "./mvnw -pl shared-events test -Dtest=SchemasTest -Dschemas.write=true";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    SchemaBook(Path folder) {
        this.folder = folder;
    }

    Optional<JsonNode> schema(String fact, int revision) {
        return read(fact, revision + ".schema.json");
    }

    Optional<JsonNode> example(String fact, int revision) {
        return read(fact, revision + ".example.json");
    }

    List<Change> changelog(String fact) {
        return read(fact, "changelog.json")
                .map(changes -> List.of(JSON.convertValue(changes, Change[].class)))
                .orElse(List.of());
    }

    /** The fields that are read, by reader. */
    SortedMap<String, List<String>> readers(String fact) {
        return read(fact, "readers.json")
                .map(readers -> JSON.convertValue(readers, new TypeReference<TreeMap<String, List<String>>>() {}))
                .orElseGet(TreeMap::new);
    }

    /** What must be done before this may be the schema of a fact's revision; nothing if it is so already. */
    Optional<String> objection(String fact, int revision, JsonNode schema) {
        Optional<JsonNode> kept = schema(fact, revision);
        if (kept.isEmpty()) {
            return Optional.of(
                    "%s has no schema of revision %d yet: %s writes it; then add an example and tell in changelog.json what, when, why and who."
                            .formatted(fact, revision, WRITE_ANEW));
        }
        SchemaChange change = SchemaChange.between(kept.get(), schema);
        return switch (change.compatibility()) {
            case SAME -> Optional.empty();
            case FULL ->
                Optional.of(
                        "%s has changed compatibly: %s. %s writes it anew; then tell in changelog.json what, when, why and who."
                                .formatted(fact, change.differences(), WRITE_ANEW));
            case BACKWARD, FORWARD, BREAKING ->
                Optional.of(
                        "%s must not change like this under revision %d, which is shipped: %s. Give it revision %d in its @Fact, with an upcaster from %d; then %s."
                                .formatted(fact, revision, change.differences(), revision + 1, revision, WRITE_ANEW));
        };
    }

    /** Writes the schema unless the one of this revision that is kept forbids it. */
    void write(String fact, int revision, JsonNode schema) {
        boolean allowed = schema(fact, revision)
                .map(kept -> SchemaChange.between(kept, schema).compatibility())
                .map(change -> change == Compatibility.SAME || change == Compatibility.FULL)
                .orElse(true);
        if (!allowed) {
            return;
        }
        Path file = folder.resolve(fact).resolve(revision + ".schema.json");
        try {
            Files.createDirectories(file.getParent());
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            Files.writeString(file, JSON.writer(printer).writeValueAsString(schema) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<JsonNode> read(String fact, String name) {
        Path file = folder.resolve(fact).resolve(name);
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * An entry of a changelog.
     *
     * @param owner the service that publishes the fact
     * @param compatibility with the revision before; absent for the first
     * @param acceptedBy the services that have agreed to be upgraded first; needed where old code cannot read the new revision
     */
    record Change(
            int revision,
            String date,
            String owner,
            String what,
            String why,
            @Nullable Compatibility compatibility,
            @Nullable List<String> acceptedBy) {}
}
