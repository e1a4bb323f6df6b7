package dev.troupe.kit.correlation;

import dev.troupe.events.FactMetadata;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Gives each event the flow and the cause of the command that led to it. The cause is the event that was reacted to, carried through
 * the command unchanged; the command itself is stored nowhere, so its id would lead nowhere.
 */
public final class FlowCorrelation implements CorrelationDataProvider {

    private final String source;

    /**
     * Makes a provider.
     *
     * @param source the service and its version
     */
    public FlowCorrelation(String source) {
        this.source = source;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        if (message instanceof CommandMessage<?>) {
            copy(message, FactMetadata.CORRELATION_ID, data);
            copy(message, FactMetadata.CAUSATION_ID, data);
        }
        String traceparent = Telemetry.currentTraceparent();
        if (traceparent != null) {
            data.put(FactMetadata.TRACEPARENT, traceparent);
        }
        data.put(FactMetadata.SOURCE, source);
        return data;
    }

    private static void copy(Message<?> from, String key, Map<String, Object> to) {
        Object value = from.getMetaData().get(key);
        if (value != null) {
            to.put(key, value);
        }
    }
}
