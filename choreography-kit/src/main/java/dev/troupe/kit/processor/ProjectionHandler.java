package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.projection.RowFolder;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import dev.troupe.kit.store.EventSource;
import java.sql.Connection;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Folds facts into the live table of a projection. */
public final class ProjectionHandler<R extends Record> implements BatchHandler {

    private final Projection<R> projection;
    private final RowFolder<R> folder;
    private final JdbcTransactions transactions;
    private final EventSource source;

    /** Makes the handler of a projection. */
    public ProjectionHandler(Projection<R> projection, JdbcTransactions transactions, EventSource source) {
        this.projection = projection;
        this.folder = new RowFolder<>(projection, projection.name());
        this.transactions = transactions;
        this.source = source;
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public boolean handles(TrackedEventMessage<?> event) {
        return projection.folds().containsKey(event.getPayloadType());
    }

    @Override
    public String sequenceOf(TrackedEventMessage<?> event) {
        return Flows.of(event);
    }

    @Override
    public boolean canBeDoneAgain() {
        return true;
    }

    @Override
    public void handle(List<TrackedEventMessage<?>> events) throws Exception {
        List<RecordedFact> facts = events.stream().map(this::recorded).toList();
        try (Connection connection = transactions.getConnection()) {
            folder.fold(connection, facts);
        }
    }

    private RecordedFact recorded(TrackedEventMessage<?> event) {
        return new RecordedFact(
                event.getPayload(),
                new Recorded(source.positionOf(event).value(), source.recordedAt(event), Flows.of(event)));
    }
}
