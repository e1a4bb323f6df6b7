package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

class PostgresEventStorageEngineTest extends EventStorageEngineContract {

    private final TestDatabase database = new TestDatabase();
    private final PostgresEventStorageEngine engine = aStoreOn(database).buildEngine();

    @Override
    protected EventStorageEngine engine() {
        return engine;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
