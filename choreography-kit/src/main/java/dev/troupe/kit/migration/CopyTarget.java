package dev.troupe.kit.migration;

import dev.troupe.eventstore.postgres.EventCopier;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.axonserver.AxonServerEventLog;
import dev.troupe.kit.store.EventLog;
import java.util.List;
import javax.sql.DataSource;

/** Takes events that were recorded elsewhere. */
interface CopyTarget {

    /** Appends all of them or none, with their ids and times. */
    void append(List<StoredEvent> events);

    /** The log as something that can be copied to. */
    static CopyTarget of(EventLog log, DataSource owner) {
        return log instanceof AxonServerEventLog axonServer ? axonServer::copy : new EventCopier(owner)::append;
    }
}
