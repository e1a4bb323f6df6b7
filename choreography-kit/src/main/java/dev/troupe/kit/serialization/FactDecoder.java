package dev.troupe.kit.serialization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.upcast.Upcaster;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way from what is stored to a fact: whoever reads events reads them through this. Facts of older revisions are upcast; those of
 * the newest are read as they are, so that upcasting costs nothing where there is nothing to upcast. A revision that is newer than this
 * code, published by a service that was upgraded first, is read as far as this code understands it: unknown fields are ignored, and
 * only when one is missing that is needed is it refused.
 */
public final class FactDecoder {

    private final Map<String, Shape> shapes = new HashMap<>();

    /** Decodes these facts; all others are unknown to it. */
    public FactDecoder(Collection<Class<?>> facts) {
        facts.forEach(type -> shapes.put(FactCatalogue.nameOf(type), Shape.of(type)));
    }

    /**
     * The fact in a stored event; empty if this code does not know it.
     *
     * @throws UncheckedIOException if it cannot be read; the message names event and position, and shows nothing of the content
     */
    public Optional<Object> fact(StoredEvent event) {
        Shape shape = shapes.get(event.type());
        if (shape == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    shape.isNewest(event.revision())
                            ? shape.reader().readValue(event.payload())
                            : shape.reader().readValue(shape.adapt(event.revision(), tree(event))));
        } catch (IOException e) {
            throw unreadable(event, e);
        }
    }

    /** The JSON of a stored event, in the newest revision of its fact if this code knows it, and as it is stored if not. */
    public JsonNode json(StoredEvent event) {
        Shape shape = shapes.get(event.type());
        try {
            JsonNode stored = tree(event);
            return shape == null || shape.isNewest(event.revision()) ? stored : shape.upcast(event.revision(), stored);
        } catch (IOException e) {
            throw unreadable(event, e);
        }
    }

    /** The newest revision of a fact, as it is written; nothing if the fact is not known. */
    @Nullable
    String newestRevisionOf(String fact) {
        Shape shape = shapes.get(fact);
        return shape == null ? null : shape.newest();
    }

    /** The JSON of a known fact of another revision, as this code needs it. */
    JsonNode adapt(String fact, @Nullable String revision, JsonNode payload) {
        Shape shape = shapes.get(fact);
        return shape == null ? payload : shape.adapt(revision, payload);
    }

    private static JsonNode tree(StoredEvent event) throws IOException {
        return FactMapper.get().readTree(event.payload());
    }

    private static UncheckedIOException unreadable(StoredEvent event, IOException cause) {
        return new UncheckedIOException(
                "%s at position %d cannot be read: %s".formatted(event.type(), event.position(), cause.getMessage()),
                cause);
    }

    /** What this code knows of a fact. */
    private record Shape(
            String name, String newest, ObjectReader reader, List<Upcaster> upcasters, List<String> needed) {

        static Shape of(Class<?> type) {
            String name = FactCatalogue.nameOf(type);
            return new Shape(
                    name,
                    Integer.toString(FactCatalogue.revisionOf(type)),
                    FactMapper.strict().readerFor(type),
                    FactCatalogue.upcastersOf(type),
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> !isOptional(component))
                            .map(RecordComponent::getName)
                            .toList());
        }

        boolean isNewest(@Nullable String revision) {
            return newest.equals(revision);
        }

        JsonNode adapt(@Nullable String revision, JsonNode payload) {
            JsonNode upcast = upcast(revision, payload);
            for (String field : needed) {
                if (!upcast.hasNonNull(field)) {
                    throw new UnreadableRevisionException(
                            "%s of revision %s has no %s, which this service (at revision %s) needs: upgrade the service, then have the event handled again"
                                    .formatted(name, revision, field, newest));
                }
            }
            return upcast;
        }

        /** Facts stored without a revision are of the first. */
        JsonNode upcast(@Nullable String revision, JsonNode payload) {
            int from = revision == null ? 1 : Integer.parseInt(revision);
            if (from <= upcasters.size() && payload instanceof ObjectNode object) {
                upcasters.subList(from - 1, upcasters.size()).forEach(upcaster -> upcaster.upcast(object));
            }
            return payload;
        }

        private static boolean isOptional(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
