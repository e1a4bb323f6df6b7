package dev.troupe.viewer.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the log, read as far as the index needs it. */
record Page(List<Entry> entries) {

    private static final FactDecoder DECODER =
            new FactDecoder(FactCatalogue.troupe().types());

    static Page of(List<StoredEvent> events) {
        return new Page(events.stream().map(Entry::of).toList());
    }

    /**
     * An event.
     *
     * @param causeId the id of the event it followed from, if that is known
     * @param source the service that published it, without its version
     * @param payload missing where the type is enough
     */
    record Entry(FlowEvent event, String id, @Nullable String causeId, String source, JsonNode payload) {

        static Entry of(StoredEvent stored) {
            JsonNode metadata = read(stored.metadata());
            String flowId = metadata.path(FactMetadata.CORRELATION_ID)
                    .asText(stored.eventId().toString());
            return new Entry(
                    new FlowEvent(stored.position(), flowId, stored.type(), stored.recordedAt()),
                    stored.eventId().toString(),
                    metadata.path(FactMetadata.CAUSATION_ID).asText(null),
                    metadata.path(FactMetadata.SOURCE).asText("unknown").split("/", 2)[0],
                    FlowDraft.looksInside(stored.type()) ? fact(stored) : MissingNode.getInstance());
        }

        private static JsonNode fact(StoredEvent stored) {
            try {
                return DECODER.json(stored);
            } catch (UncheckedIOException unreadable) {
                return MissingNode.getInstance();
            }
        }

        /** A record that cannot be read must not keep all others from being shown. */
        private static JsonNode read(byte[] json) {
            try {
                return FactMapper.get().readTree(json);
            } catch (IOException unreadable) {
                return MissingNode.getInstance();
            }
        }
    }
}
