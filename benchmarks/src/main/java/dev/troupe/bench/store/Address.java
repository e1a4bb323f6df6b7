package dev.troupe.bench.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.PromptSocketFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database and who logs in there; can be told to another process by its environment, where nobody else sees the password. */
public record Address(String url, String user, String password) {

    private static final int CONNECTIONS = 16;

    static Address from(Map<String, String> environment) {
        return new Address(
                environment.getOrDefault("BENCH_DB_URL", ""),
                environment.getOrDefault("BENCH_DB_USER", ""),
                environment.getOrDefault("BENCH_DB_PASSWORD", ""));
    }

    Map<String, String> environment() {
        return Map.of("BENCH_DB_URL", url, "BENCH_DB_USER", user, "BENCH_DB_PASSWORD", password);
    }

    /** A pool of connections, which whoever opens it closes. */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("socketFactory", PromptSocketFactory.class.getName());
        return new HikariDataSource(config);
    }

    void analyze() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
