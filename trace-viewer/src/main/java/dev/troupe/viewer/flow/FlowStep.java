package dev.troupe.viewer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of a flow.
 *
 * @param service who published it
 * @param version of the service that published it
 * @param afterMillis since the first event of the flow
 * @param causeId the event it followed from; absent when the cause is outside
 * @param revision under which it is stored
 * @param payload in the newest revision, with personal values masked
 */
public record FlowStep(
        long position,
        String id,
        String type,
        @Nullable String revision,
        String service,
        String version,
        Instant recordedAt,
        long afterMillis,
        @Nullable String causeId,
        String stream,
        long streamPosition,
        Object metadata,
        Object payload) {

    /** The trace in which it was published, if it says so. */
    Optional<String> traceId() {
        return metadata instanceof Map<?, ?> entries
                        && entries.get(FactMetadata.TRACEPARENT) instanceof String traceparent
                        && traceparent.length() > 35
                ? Optional.of(traceparent.substring(3, 35))
                : Optional.empty();
    }

    static FlowStep of(StoredEvent event, Instant began, Set<String> erasedKeys) {
        JsonNode metadata = metadata(event);
        String[] source = metadata.path(FactMetadata.SOURCE).asText("unknown").split("/", 2);
        return new FlowStep(
                event.position(),
                event.eventId().toString(),
                event.type(),
                event.revision(),
                source[0],
                source.length > 1 ? source[1] : "",
                event.recordedAt(),
                Duration.between(began, event.recordedAt()).toMillis(),
                metadata.path(FactMetadata.CAUSATION_ID).asText(null),
                event.stream(),
                event.streamPosition(),
                Masked.of(event.metadata()),
                Masked.fact(event, erasedKeys));
    }

    private static JsonNode metadata(StoredEvent event) {
        try {
            return FactMapper.get().readTree(event.metadata());
        } catch (IOException unreadable) {
            return FactMapper.get().createObjectNode();
        }
    }
}
