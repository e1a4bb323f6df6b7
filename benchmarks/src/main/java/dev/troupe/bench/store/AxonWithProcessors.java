package dev.troupe.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Stores whose events are handled by Axon's own processors, with tokens and tables in PostgreSQL. */
abstract class AxonWithProcessors extends AxonContender {

    private final HikariDataSource tables;
    private final JdbcTransactions tableTransactions;
    private final AxonReacting reacting;

    AxonWithProcessors(
            EventStore store,
            TransactionManager transactions,
            HikariDataSource tables,
            JdbcTransactions tableTransactions,
            boolean tuned) {
        super(store, transactions);
        this.tables = tables;
        this.tableTransactions = tableTransactions;
        CountTable.make(tables);
        this.reacting = new AxonReacting(store, tokens(tableTransactions), tableTransactions, tuned);
    }

    private static TokenStore tokens(JdbcTransactions transactions) {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(JSON)
                .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        return tokens;
    }

    @Override
    public Reacting react(String name, boolean fromTheBeginning, Reactor reactor) {
        return reacting.start(name, fromTheBeginning, reactor);
    }

    @Override
    public void count(long events) throws InterruptedException {
        replay(events, event -> {});
    }

    @Override
    public void project(long events) throws InterruptedException, SQLException {
        CountTable.empty(tables);
        replay(events, event -> {
            try (Connection connection = tableTransactions.getConnection()) {
                CountTable.count(connection, event);
            }
        });
    }

    private void replay(long events, Handler handler) throws InterruptedException {
        AtomicLong left = new AtomicLong(events);
        CountDownLatch done = new CountDownLatch(1);
        try (Reacting replaying = react("replay-" + UUID.randomUUID(), true, (event, appending) -> {
            handler.handle(event);
            if (left.decrementAndGet() == 0) {
                done.countDown();
            }
        })) {
            if (!done.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException(left + " of " + events + " events were not replayed within 10 minutes");
            }
        }
    }

    @Override
    public void close() {
        tables.close();
    }

    private interface Handler {
        void on(Happened event) throws SQLException;

        default void handle(Happened event) {
            try {
                on(event);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
