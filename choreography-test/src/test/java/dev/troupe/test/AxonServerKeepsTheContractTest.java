package dev.troupe.test;

import dev.troupe.eventstore.postgres.EventStoreContract;
import dev.troupe.kit.axonserver.AxonServerStore;
import dev.troupe.kit.database.ServiceDatabase;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;

@OnAxonServer
class AxonServerKeepsTheContractTest extends EventStoreContract {

    private final ServiceDatabase database =
            ServiceDatabase.open(TestDatabase.create("order-service").settings("order-service"));
    private final AxonServerStore store = new AxonServerStore(
            TestAxonServer.settings(), "contract", database, serializer(), NoOpEventUpcaster.INSTANCE);

    @Override
    protected EventStore store() {
        return store.eventStore();
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }
}
