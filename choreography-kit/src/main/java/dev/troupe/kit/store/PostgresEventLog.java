package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.EventReader;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log of the PostgreSQL event store. */
public final class PostgresEventLog implements EventLog {

    private final EventReader reader;

    /**
     * Reads a database.
     *
     * @param dataSource a role that may read events
     */
    public PostgresEventLog(DataSource dataSource) {
        this(new EventReader(dataSource));
    }

    /** Reads with a store's own reader, which knows what that store knows to be settled. */
    public PostgresEventLog(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public long settledPosition() {
        return reader.settledPosition();
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit) {
        return reader.read(after, upTo, limit);
    }

    @Override
    public List<StoredEvent> read(long after, long upTo, int limit, Set<String> types) {
        return reader.read(after, upTo, limit, types);
    }

    @Override
    public List<StoredEvent> eventsOfFlow(String flowId) {
        return reader.eventsOfFlow(flowId);
    }

    @Override
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition) {
        return reader.eventsOfStream(stream, fromStreamPosition);
    }

    @Override
    public List<StoredEvent> eventsOfStream(String stream, long fromStreamPosition, int limit) {
        return reader.eventsOfStream(stream, fromStreamPosition, limit);
    }

    @Override
    public List<StoredEvent> eventsAt(Collection<Long> positions) {
        return reader.eventsAt(positions);
    }

    @Override
    public List<StoredEvent> eventsById(Collection<UUID> ids) {
        return reader.eventsById(ids);
    }

    @Override
    public Map<String, Long> countByType(Set<String> types, long upTo) {
        return reader.countByType(types, upTo);
    }
}
