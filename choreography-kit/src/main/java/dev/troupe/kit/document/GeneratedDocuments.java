package dev.troupe.kit.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.Declaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents in the repository that are read from the code of the four services, by their path below it. */
public final class GeneratedDocuments {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = FactMapper.get()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private GeneratedDocuments() {}

    /** All of them, as they should be. */
    public static Map<String, String> of(List<Declaration> declarations) {
        Map<String, String> documents = new TreeMap<>();
        documents.put("docs/choreography.md", MarkdownDocument.of(ChoreographyMap.of(declarations)));
        declarations.forEach(service -> documents.put(
                "docs/reference/asyncapi/%s-service.json".formatted(service.service()),
                json(AsyncApi.of(service, FactCatalogue.troupe()))));
        ConsumerContracts.of(declarations)
                .forEach((fact, readers) -> documents.put(
                        "shared-events/src/main/resources/schemas/%s/readers.json".formatted(fact), json(readers)));
        return documents;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document cannot be written as JSON", e);
        }
    }
}
