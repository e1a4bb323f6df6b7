package dev.troupe.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.schema.SchemaBook.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in the repository are those of the records, and every revision that was ever shipped is kept with all that belongs to it. */
class SchemasTest {

    private final SchemaBook book = new SchemaBook(Path.of("src/main/resources/schemas"));

    static Stream<Class<?>> facts() {
        return FactCatalogue.troupe().types().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theSchemaIsTheRecords(Class<?> fact) {
        String name = FactCatalogue.nameOf(fact);
        int revision = FactCatalogue.revisionOf(fact);
        ObjectNode schema = FactSchema.of(fact);
        if (Boolean.getBoolean("schemas.write")) {
            book.write(name, revision, schema);
        }
        assertThat(book.objection(name, revision, schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyRevisionHasAnExampleThatIsValid(Class<?> fact) {
        String name = FactCatalogue.nameOf(fact);
        IntStream.rangeClosed(1, FactCatalogue.revisionOf(fact)).forEach(revision -> {
            JsonNode schema = book.schema(name, revision).orElseThrow();
            JsonNode example = book.example(name, revision).orElseThrow();
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(example))
                    .as("%s/%d.example.json", name, revision)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyRevisionIsExplained(Class<?> fact) {
        String name = FactCatalogue.nameOf(fact);
        List<Change> changes = book.changelog(name);
        assertThat(changes.stream().map(Change::revision).distinct())
                .as("schemas/%s/changelog.json tells what, when, why and who for each revision", name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, FactCatalogue.revisionOf(fact))
                        .boxed()
                        .toList());
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.owner()).isEqualTo(FactCatalogue.ownerOf(fact));
            assertThat(change.what()).isNotBlank();
            assertThat(change.why()).isNotBlank();
            assertThat(change.date()).matches("\\d{4}-\\d{2}-\\d{2}");
        });
    }

    /** Who reads the fact is known to the services alone; that all of them accepted is checked where all of them are at hand. */
    @ParameterizedTest
    @MethodSource("facts")
    void aNewRevisionIsClassifiedAndAcceptedIfItHasToBe(Class<?> fact) {
        String name = FactCatalogue.nameOf(fact);
        book.changelog(name).stream().filter(change -> change.revision() > 1).forEach(change -> {
            SchemaChange real = SchemaChange.between(
                    book.schema(name, change.revision() - 1).orElseThrow(),
                    book.schema(name, change.revision()).orElseThrow());
            assertThat(change.compatibility())
                    .as("what schemas/%s/changelog.json calls %s", name, real.differences())
                    .isEqualTo(real.compatibility());
            assertThat(change.acceptedBy() != null || real.compatibility().isForward())
                    .as(
                            "%s/%d cannot be read by services that are not upgraded: its changelog must say acceptedBy"
                                    + " whom",
                            name, change.revision())
                    .isTrue();
        });
    }

    @Test
    void aFactWithoutASchemaIsToldHowToGetOne(@TempDir Path empty) {
        assertThat(new SchemaBook(empty).objection("order.cancelled", 1, FactSchema.of(OrderCancelled.class)))
                .hasValueSatisfying(objection -> assertThat(objection)
                        .contains("no schema of revision 1", SchemaBook.WRITE_ANEW, "changelog.json"));
    }

    @Test
    void aBreakingChangeOfAShippedRevisionIsRefusedAndNotWritten(@TempDir Path folder) {
        SchemaBook planted = new SchemaBook(folder);
        ObjectNode shipped = FactSchema.of(OrderCancelled.class);
        planted.write("order.cancelled", 1, shipped);
        ObjectNode changed = shipped.deepCopy();
        ((ObjectNode) changed.path("properties")).remove("reason");

        planted.write("order.cancelled", 1, changed);

        assertThat(planted.schema("order.cancelled", 1)).contains(shipped);
        assertThat(planted.objection("order.cancelled", 1, changed))
                .hasValueSatisfying(objection ->
                        assertThat(objection).contains("reason is gone", "revision 2", "an upcaster from 1"));
    }
}
