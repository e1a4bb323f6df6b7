package dev.troupe.kit.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the facts that a projection folds from events as they are stored. */
final class RecordedFacts {

    private final Projection<?> projection;
    private final Set<String> types;
    private final FactDecoder decoder;

    RecordedFacts(Projection<?> projection) {
        this.projection = projection;
        this.types =
                projection.folds().keySet().stream().map(FactCatalogue::nameOf).collect(Collectors.toUnmodifiableSet());
        this.decoder = new FactDecoder(projection.folds().keySet());
    }

    /** The names of the facts that are folded. */
    Set<String> types() {
        return types;
    }

    RecordedFact of(StoredEvent event) {
        Object fact = decoder.fact(event).orElseThrow();
        return new RecordedFact(fact, new Recorded(event.position(), event.recordedAt(), () -> flowOf(event)));
    }

    /** The keys of the rows that a fact touches. */
    Stream<String> keysOf(RecordedFact recorded) {
        Projection.Fold<?, Object> fold =
                Objects.requireNonNull(projection.folds().get(recorded.fact().getClass()));
        return fold.keys().apply(recorded.fact()).stream();
    }

    /** Which flow an event belongs to. */
    static String flowOf(StoredEvent event) {
        try (JsonParser metadata = FactMapper.get().createParser(event.metadata())) {
            metadata.nextToken();
            while (metadata.nextToken() == JsonToken.FIELD_NAME) {
                boolean isFlow = metadata.currentName().equals(FactMetadata.CORRELATION_ID);
                metadata.nextToken();
                if (isFlow) {
                    return metadata.getValueAsString(event.eventId().toString());
                }
                metadata.skipChildren();
            }
            return event.eventId().toString();
        } catch (IOException e) {
            throw unreadable(event, e);
        }
    }

    private static UncheckedIOException unreadable(StoredEvent event, IOException cause) {
        return new UncheckedIOException(
                "%s at position %d cannot be read: %s".formatted(event.type(), event.position(), cause.getMessage()),
                cause);
    }
}
