package dev.troupe.kit.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every revision that was ever shipped still reads; its examples are approved and never changed. */
class CorpusTest {

    private final FactDecoder decoder = new FactDecoder(FactCatalogue.troupe().types());

    static Stream<Arguments> revisions() {
        return FactCatalogue.troupe().types().stream()
                .flatMap(fact -> IntStream.rangeClosed(1, FactCatalogue.revisionOf(fact))
                        .mapToObj(revision -> Arguments.of(fact, revision)));
    }

    /** The examples of all revisions of a fact tell of the same happening. */
    @ParameterizedTest
    @MethodSource("revisions")
    void everyRevisionReadsAsTheNewestDoes(Class<?> fact, int revision) throws IOException {
        String name = FactCatalogue.nameOf(fact);
        JsonNode newest = example(name, FactCatalogue.revisionOf(fact));
        StoredEvent stored = stored(name, Integer.toString(revision), example(name, revision));

        assertThat(decoder.json(stored)).isEqualTo(newest);
        Object read = decoder.fact(stored).orElseThrow();
        assertThat(read).isInstanceOf(fact);
        assertThat(FactMapper.get().readTree(FactMapper.get().writeValueAsBytes(read)))
                .isEqualTo(newest);
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void aFieldThatIsNotKnownIsIgnored(Class<?> fact, int revision) throws IOException {
        String name = FactCatalogue.nameOf(fact);
        ObjectNode payload = example(name, revision).put("addedLater", "by a newer service");
        assertThat(decoder.fact(stored(name, Integer.toString(revision), payload)))
                .containsInstanceOf(fact);
    }

    @Test
    void aNewerRevisionIsReadAsFarAsItIsUnderstood() throws IOException {
        ObjectNode payload = example("order.cancelled", 1).put("cancelledBy", "customer-1");
        assertThat(decoder.fact(stored("order.cancelled", "7", payload))).isPresent();
    }

    @Test
    void aNewerRevisionThatLacksWhatIsNeededIsRefusedWithWhatToDo() throws IOException {
        ObjectNode payload = example("order.cancelled", 1);
        payload.remove("reason");
        assertThatThrownBy(() -> decoder.fact(stored("order.cancelled", "7", payload)))
                .isInstanceOf(UnreadableRevisionException.class)
                .hasMessageContainingAll("order.cancelled of revision 7 has no reason", "upgrade the service");
    }

    @Test
    void aMissingNumberIsNotZero() throws IOException {
        ObjectNode payload = example("order.placed", 1);
        payload.remove("totalMinor");
        assertThatThrownBy(() -> decoder.fact(stored("order.placed", "1", payload)))
                .hasMessageContaining("order.placed at position 1 cannot be read")
                .hasMessageNotContaining("customer-1");
    }

    @Test
    void anUnknownFactIsNoFactAndItsJsonIsLeftAsItIs() throws IOException {
        StoredEvent unknown = stored("loyalty.granted", "1", example("order.completed", 1));
        assertThat(decoder.fact(unknown)).isEmpty();
        assertThat(decoder.json(unknown)).isEqualTo(example("order.completed", 1));
    }

    private static ObjectNode example(String fact, int revision) throws IOException {
        String file = "/schemas/%s/%d.example.json".formatted(fact, revision);
        try (InputStream json = Objects.requireNonNull(CorpusTest.class.getResourceAsStream(file), file)) {
            return (ObjectNode) FactMapper.get().readTree(json);
        }
    }

    private static StoredEvent stored(String type, String revision, JsonNode payload) {
        return new StoredEvent(
                1,
                "order-1",
                0,
                "Order",
                new UUID(0, 1),
                type,
                revision,
                Instant.EPOCH,
                Instant.EPOCH,
                "{}".getBytes(StandardCharsets.UTF_8),
                payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
