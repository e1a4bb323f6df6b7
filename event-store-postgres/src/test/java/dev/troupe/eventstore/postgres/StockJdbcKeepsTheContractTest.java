package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.JSON;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.junit.jupiter.api.AfterEach;

/** Axon's own store keeps the contract too, so the contract is Axon's and not ours. */
class StockJdbcKeepsTheContractTest extends EventStoreContract {

    private final TestDatabase database = new TestDatabase();
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(stockEngine()).build();

    private JdbcEventStorageEngine stockEngine() {
        database.execute("GRANT CREATE ON SCHEMA public TO appender");
        JdbcTransactions transactions = new JdbcTransactions(database.appender());
        JdbcEventStorageEngine stock = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .persistenceExceptionResolver(new SQLStateResolver("23"))
                .build();
        stock.createSchema(PostgresEventTableFactory.INSTANCE);
        return stock;
    }

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
