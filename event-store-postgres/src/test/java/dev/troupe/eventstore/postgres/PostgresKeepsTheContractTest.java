package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;

class PostgresKeepsTheContractTest extends EventStoreContract {

    private final TestDatabase database = new TestDatabase();
    private final PostgresEventStore store = aStoreOn(database).build();

    @Override
    protected EventStore store() {
        return store;
    }

    @AfterEach
    void close() {
        store.shutDown();
        database.close();
    }
}
