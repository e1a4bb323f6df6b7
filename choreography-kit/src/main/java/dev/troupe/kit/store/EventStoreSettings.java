package dev.troupe.kit.store;

import dev.troupe.eventstore.postgres.EventStoreMetrics;
import dev.troupe.kit.axonserver.AxonServer;
import dev.troupe.kit.axonserver.AxonServerEventLog;
import dev.troupe.kit.axonserver.AxonServerSettings;
import dev.troupe.kit.axonserver.AxonServerStore;
import dev.troupe.kit.database.ServiceDatabase;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Which event store holds the events.
 *
 * @param axonServer where Axon Server is, if it is that
 */
public record EventStoreSettings(
        EventStoreKind kind, @Nullable AxonServerSettings axonServer) {

    /** The store in the database that holds everything else too. */
    public static final EventStoreSettings POSTGRES = new EventStoreSettings(EventStoreKind.POSTGRES, null);

    public EventStoreSettings {
        if ((kind == EventStoreKind.AXON_SERVER) != (axonServer != null)) {
            throw new IllegalArgumentException("The event store axon-server needs an address, and no other has one");
        }
    }

    /** The store on a server. */
    public static EventStoreSettings on(AxonServerSettings axonServer) {
        return new EventStoreSettings(EventStoreKind.AXON_SERVER, axonServer);
    }

    /**
     * The event store of a service.
     *
     * @param client the name under which the store shows this process
     * @param upcasters read facts of older revisions
     * @param metrics is told what happens in PostgreSQL
     */
    public ServiceEventStore open(
            String client,
            ServiceDatabase database,
            Serializer serializer,
            EventUpcaster upcasters,
            EventStoreMetrics metrics) {
        return axonServer == null
                ? new PostgresStore(database, serializer, upcasters, metrics)
                : new AxonServerStore(axonServer, client, database, serializer, upcasters);
    }

    /**
     * The log alone, for whoever only reads; to be closed.
     *
     * @param reader a role that may read events and what services say of themselves
     */
    public EventLog openLog(String client, DataSource reader) {
        return axonServer == null
                ? new PostgresEventLog(reader)
                : new AxonServerEventLog(AxonServer.connect(axonServer, client), reader);
    }
}
