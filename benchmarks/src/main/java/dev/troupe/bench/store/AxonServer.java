package dev.troupe.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.NoTransactionManager;

/** An Axon Server that runs already, with tokens and tables in PostgreSQL. */
final class AxonServer extends AxonWithProcessors {

    private final AxonServerConnectionManager connections;

    private AxonServer(AxonServerConnectionManager connections, AxonServerEventStore store, HikariDataSource tables) {
        super(store, NoTransactionManager.INSTANCE, tables, new JdbcTransactions(tables), true);
        this.connections = connections;
    }

    /**
     * Connects.
     *
     * @param server host and port
     * @param tables where tokens and tables are kept
     */
    static AxonServer at(String server, Address tables) {
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(server)
                .componentName("troupe-bench")
                .build();
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        connections.start();
        AxonServerEventStore store = AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
        return new AxonServer(connections, store, tables.pool());
    }

    @Override
    public void close() {
        connections.shutdown();
        super.close();
    }
}
