package dev.troupe.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;

/** Axon's own JDBC engine on PostgreSQL with its BYTEA tables, as it is by default, or tuned: asking every 5 ms instead of every second. */
final class AxonJdbc extends AxonWithProcessors {

    private static final long TUNED_FETCH_DELAY_MILLIS = 5;

    private final EmbeddedEventStore store;

    private AxonJdbc(
            EmbeddedEventStore store, HikariDataSource dataSource, JdbcTransactions transactions, boolean tuned) {
        super(store, transactions, dataSource, transactions, tuned);
        this.store = store;
    }

    /** Opens the store in a database, after making its tables if they are not there. */
    static AxonJdbc in(Address database, boolean tuned) {
        HikariDataSource dataSource = database.pool();
        JdbcTransactions transactions = new JdbcTransactions(dataSource);
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .persistenceExceptionResolver(new SQLStateResolver("23"))
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        EmbeddedEventStore.Builder store = EmbeddedEventStore.builder().storageEngine(engine);
        if (tuned) {
            store.fetchDelay(TUNED_FETCH_DELAY_MILLIS).timeUnit(TimeUnit.MILLISECONDS);
        }
        return new AxonJdbc(store.build(), dataSource, transactions, tuned);
    }

    @Override
    public void close() {
        store.shutDown();
        super.close();
    }
}
