package dev.troupe.kit.processor;

import dev.troupe.events.FactMetadata;
import org.axonframework.messaging.Message;

/** Which flow an event belongs to. */
final class Flows {

    private Flows() {}

    static String of(Message<?> event) {
        Object flow = event.getMetaData().get(FactMetadata.CORRELATION_ID);
        return flow == null ? event.getIdentifier() : flow.toString();
    }
}
