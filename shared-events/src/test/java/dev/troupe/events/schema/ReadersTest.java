package dev.troupe.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.schema.SchemaBook.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services read of the facts, as {@code ./troupe choreography --write} found it in their code, is still there. */
class ReadersTest {

    private final SchemaBook book = new SchemaBook(Path.of("src/main/resources/schemas"));

    static Stream<Class<?>> facts() {
        return FactCatalogue.troupe().types().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFieldThatSomebodyReadsIsThere(Class<?> fact) {
        assertThat(Readers.missing(FactSchema.of(fact), book.readers(FactCatalogue.nameOf(fact))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aRevisionThatOldCodeCannotReadIsAcceptedByAllWhoReadIt(Class<?> fact) {
        String name = FactCatalogue.nameOf(fact);
        Set<String> services = book.readers(name).keySet().stream()
                .map(reader -> reader.replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
        List<Change> needed = book.changelog(name).stream()
                .filter(change -> change.compatibility() != null
                        && !change.compatibility().isForward())
                .toList();
        assertThat(needed).allSatisfy(change -> assertThat(change.acceptedBy())
                .as("%s/%d: each of these must be upgraded before it is published", name, change.revision())
                .containsAll(services));
    }

    @Test
    void whoReadsAFieldThatIsGoneIsNamed() {
        JsonNode schema = FactSchema.of(OrderPlaced.class);
        Map<String, List<String>> readers = Map.of(
                "payment/WhenOrderPlacedThenRequestPayment", List.of("totalMinor", "totalMajor"),
                "inventory/WhenOrderPlacedThenReserveStock", List.of("lines", "lines[].sku", "lines[].colour"));
        assertThat(Readers.missing(schema, readers))
                .containsExactlyInAnyOrder(
                        "payment/WhenOrderPlacedThenRequestPayment reads totalMajor of order.placed, which is gone:"
                                + " let it read something else first, then ./troupe choreography --write",
                        "inventory/WhenOrderPlacedThenReserveStock reads lines[].colour of order.placed, which is"
                                + " gone: let it read something else first, then ./troupe choreography --write");
    }
}
