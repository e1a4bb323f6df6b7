package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.JSON;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.junit.jupiter.api.AfterEach;

/** Axon's own engine keeps the contract too, so the contract is Axon's and not ours. */
class StockJdbcEventStorageEngineTest extends EventStorageEngineContract {

    private final TestDatabase database = new TestDatabase();
    private final JdbcEventStorageEngine engine = stockEngine();

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
    protected EventStorageEngine engine() {
        return engine;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
