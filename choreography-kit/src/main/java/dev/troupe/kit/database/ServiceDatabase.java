package dev.troupe.kit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.eventstore.postgres.PromptSocketFactory;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.TroupeSettings.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The pools of a service: one role that writes, on which everything that must commit together commits together, and one role that cannot
 * append, for reading events.
 */
public final class ServiceDatabase implements AutoCloseable {

    /** Only replays read whole tables, and make indexes of them, and they are to leave live handling a core. */
    private static final String ONE_CORE_PER_STATEMENT =
            "SET max_parallel_workers_per_gather = 0; SET max_parallel_maintenance_workers = 0";

    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final JdbcTransactions transactions;

    private ServiceDatabase(HikariDataSource writer, HikariDataSource reader) {
        this.writer = writer;
        this.reader = reader;
        this.transactions = new JdbcTransactions(writer);
    }

    /** Opens the pools; connections are made when needed. */
    public static ServiceDatabase open(TroupeSettings settings) {
        return new ServiceDatabase(
                pool(settings.service() + "-writer", settings.database(), 12),
                pool(settings.service() + "-reader", settings.reader(), 8));
    }

    /** The one transaction of each thread. */
    public JdbcTransactions transactions() {
        return transactions;
    }

    /** Has the use of the pools told to whoever asks first. */
    public void tell(MeterRegistry meters) {
        for (HikariDataSource pool : List.of(writer, reader)) {
            if (pool.getMetricRegistry() == null) {
                pool.setMetricRegistry(meters);
            }
        }
    }

    /** Connections of their own for reading views and for work that commits by itself. */
    public DataSource writer() {
        return writer;
    }

    /** Connections of the role that cannot append. */
    public DataSource reader() {
        return reader;
    }

    /**
     * Makes or brings up to date a schema that this service owns.
     *
     * @param locations where its Flyway migrations are on the class path
     */
    public void migrate(String schema, String... locations) {
        Flyway.configure()
                .dataSource(writer)
                .schemas(schema)
                .defaultSchema(schema)
                .locations(Arrays.stream(locations).map("classpath:"::concat).toArray(String[]::new))
                .load()
                .migrate();
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }

    private static HikariDataSource pool(String name, Login login, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(ONE_CORE_PER_STATEMENT);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("socketFactory", PromptSocketFactory.class.getName());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
