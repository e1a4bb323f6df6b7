package dev.troupe.stories.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.document.ChoreographyPart;
import dev.troupe.kit.document.FactSchemas;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Projection.Fold;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.serialization.FactDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts as they were first shipped still replay: each projection folds them into the rows that facts of today lead to. */
class CorpusReplayTest {

    private static final FactDecoder DECODER =
            new FactDecoder(FactCatalogue.troupe().types());

    static Stream<Projection<?>> projections() {
        return ServiceLoader.load(ChoreographyPart.class).stream()
                .flatMap(part -> part.get().choreography().projections().stream());
    }

    @ParameterizedTest
    @MethodSource("projections")
    <R extends Record> void theFirstRevisionsReplayAsTheNewestDo(Projection<R> projection) {
        Map<String, R> rows = replay(projection, fact -> 1);
        assertThat(rows).isNotEmpty().isEqualTo(replay(projection, FactCatalogue::revisionOf));
    }

    private static <R extends Record> Map<String, R> replay(
            Projection<R> projection, ToIntFunction<Class<?>> revisionOf) {
        Map<String, R> rows = new LinkedHashMap<>();
        for (Class<?> type : FactCatalogue.troupe().types()) {
            Fold<R, Object> fold = projection.folds().get(type);
            if (fold != null) {
                Object fact = DECODER.fact(stored(FactCatalogue.nameOf(type), revisionOf.applyAsInt(type)))
                        .orElseThrow();
                for (String key : List.copyOf(fold.keys().apply(fact))) {
                    R row = fold.fold().fold(rows.get(key), key, fact, new Recorded(1, Instant.EPOCH, "order-1"));
                    if (row != null) {
                        rows.put(key, row);
                    }
                }
            }
        }
        return rows;
    }

    private static StoredEvent stored(String fact, int revision) {
        return new StoredEvent(
                1,
                "order-1",
                0,
                "Order",
                new UUID(0, 1),
                fact,
                Integer.toString(revision),
                Instant.EPOCH,
                Instant.EPOCH,
                "{}".getBytes(StandardCharsets.UTF_8),
                FactSchemas.example(fact, revision).orElseThrow().toString().getBytes(StandardCharsets.UTF_8));
    }
}
