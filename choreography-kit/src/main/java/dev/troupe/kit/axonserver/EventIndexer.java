package dev.troupe.kit.axonserver;

import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.processor.BatchHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/** Writes every event into the {@link EventIndex}; of all processes of all services one does so at a time. */
public final class EventIndexer implements BatchHandler {

    /** The schema that all services share. */
    public static final String SCHEMA = "choreography";

    private static final String INSERT =
            "INSERT INTO choreography.event_index (position, event_id, flow_id, type) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (position) DO NOTHING";

    private final JdbcTransactions transactions;
    private final AxonServerEventSource source;

    EventIndexer(JdbcTransactions transactions, AxonServerEventSource source) {
        this.transactions = transactions;
        this.source = source;
    }

    @Override
    public String name() {
        return EventIndex.PROCESSOR;
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public boolean handles(TrackedEventMessage<?> event) {
        return true;
    }

    @Override
    public String sequenceOf(TrackedEventMessage<?> event) {
        return name();
    }

    @Override
    public boolean canBeDoneAgain() {
        return true;
    }

    @Override
    public void handle(List<TrackedEventMessage<?>> events) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (TrackedEventMessage<?> event : events) {
                insert.setLong(1, source.positionOf(event).value());
                insert.setObject(2, UUID.fromString(event.getIdentifier()));
                insert.setString(3, flow(event));
                insert.setString(4, type(event));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String flow(TrackedEventMessage<?> event) {
        Object flow = event.getMetaData().get(FactMetadata.CORRELATION_ID);
        return flow == null ? event.getIdentifier() : flow.toString();
    }

    private static String type(TrackedEventMessage<?> event) {
        return event.getPayload() instanceof UnknownSerializedType unknown
                ? unknown.serializedType().getName()
                : FactCatalogue.nameOf(event.getPayloadType());
    }
}
