package dev.troupe.kit.serialization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Lets Axon read events through the {@link FactDecoder}; those of the newest revision pass through untouched. */
public final class FactUpcasting implements EventUpcaster {

    private final FactDecoder decoder;
    private final UnknownFacts unknown;

    /**
     * Upcasts with a decoder.
     *
     * @param unknown is told of facts that the decoder does not know
     */
    public FactUpcasting(FactDecoder decoder, UnknownFacts unknown) {
        this.decoder = decoder;
        this.unknown = unknown;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(this::upcast);
    }

    private IntermediateEventRepresentation upcast(IntermediateEventRepresentation event) {
        SerializedType type = event.getType();
        String newest = decoder.newestRevisionOf(type.getName());
        if (newest == null) {
            unknown.met(type.getName());
            return event;
        }
        if (newest.equals(type.getRevision())) {
            return event;
        }
        return event.upcastPayload(
                new SimpleSerializedType(type.getName(), newest),
                JsonNode.class,
                payload -> decoder.adapt(type.getName(), type.getRevision(), payload));
    }
}
